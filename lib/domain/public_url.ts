/**
 * `https://belltower.office.example,http://10.0.0.7:8080` -> the origins by which people come, in this order; null
 * where one of them is no URL, or says more than how to come there.
 */
export function parsePublicUrls(text: string): readonly string[] | null {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  const origins = parts.map((part) => {
    if (!/^https?:\/\/[^\s/?#@]+\/?$/i.test(part) || !URL.canParse(part)) return null;
    return new URL(part).origin;
  });
  return origins.every((origin) => origin !== null) ? origins : null;
}
