import { trust as korean } from "../ko/trust.ts";
import { translated } from "../translated.ts";

export const trust = translated(korean, {
  "title.trust": "A safe connection",
  "trust.title": "Connect to this server safely",
  "trust.none": "HTTPS is not switched on at this server. Please ask your administrator.",
  "trust.not_needed": "Browsers trust this server's certificate already. There is nothing to do.",
  "trust.why":
    "Belltower makes its certificates itself, without help from outside the office. Once this device knows the authority below, its browsers recognise the server without a warning, and nobody can read or change what is sent.",
  "trust.get": "Get the certificate",
  "trust.download": "Get belltower-ca.crt",
  "trust.name": "Name",
  "trust.compare":
    "Before you trust it, see that the fingerprint is the same. Administrators can look it up on this page at the server itself.",
  "trust.install": "Make it known to the device",
  "trust.go_on": "Open the safe address",
  "trust.go": "Go on by HTTPS",
  "trust.windows": "Windows (Chrome, Edge)",
  "trust.windows_1":
    "Open the file, press “Install Certificate…” and choose “Local Machine”, or “Current User” where you are no administrator.",
  "trust.windows_2":
    "Choose “Place all certificates in the following store”, press “Browse…” and choose “Trusted Root Certification Authorities”.",
  "trust.windows_3":
    "Press “Finish”. If a security warning comes, compare the thumbprint (SHA-1) and press “Yes”. Close every browser window and open it again.",
  "trust.macos": "macOS (Safari, Chrome)",
  "trust.macos_1": "Open the file: Keychain Access comes up. Add it to the “System” keychain.",
  "trust.macos_2": "In the list, open the certificate of the name above and unfold “Trust”.",
  "trust.macos_3":
    "Set “When using this certificate” to “Always Trust”, close the window and enter your password.",
  "trust.android": "Android (Chrome)",
  "trust.android_1": "Get the certificate above.",
  "trust.android_2":
    "In the settings, search for “CA certificate”. It is mostly under “Security” → “Encryption & credentials” → “Install a certificate”.",
  "trust.android_3":
    "Press “Install anyway” and choose the file. Android asks for a screen lock first where there is none.",
  "trust.ios": "iPhone, iPad (Safari)",
  "trust.ios_1": "Open this page in Safari, get the certificate and press “Allow”.",
  "trust.ios_2": "Settings → “Profile Downloaded” → “Install”.",
  "trust.ios_3":
    "Settings → General → About → “Certificate Trust Settings”: switch on the certificate of the name above.",
  "trust.firefox": "Firefox",
  "trust.firefox_1":
    "On Windows and macOS it is enough to make it known to the device. Elsewhere open Settings → “Privacy & Security” → “View Certificates…”.",
  "trust.firefox_2": "In “Authorities” press “Import…” and choose the file.",
  "trust.firefox_3": "Tick “Trust this CA to identify websites” and press OK.",
  "trust.linux": "Linux (Chrome, Chromium)",
  "trust.linux_1": "Open Settings → “Privacy and security” → “Security” → “Manage certificates”.",
  "trust.linux_2": "Under “Installed by you” or “Authorities” press “Import” and choose the file.",
  "trust.linux_3": "Tick “Trust this certificate for identifying websites” and press OK.",
  "trust.means_title": "What trusting it means",
  "trust.means":
    "This device believes the server's authority from then on. The authority is bound to names and addresses inside the office, so it is of no use to pass for a bank or any other site on the internet. Its key is in the server's data folder and nowhere else.",
  "trust.means_end":
    "It can be used until {year}. When the server is no longer in use, remove the certificate from your devices.",
});
