/** What a browser says of itself, first the names that others claim too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/Whale\//, "Whale"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, "Windows"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Macintosh|Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** `Chrome · Windows`, out of the User-Agent header; as much of it as is known, or empty. */
export function browserName(userAgent: string): string {
  const known = [BROWSERS, SYSTEMS].flatMap((names) =>
    names.find(([sign]) => sign.test(userAgent))?.[1] ?? []
  );
  return known.join(" · ");
}
