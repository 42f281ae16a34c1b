// @ts-check
/**
 * The ID of the element that the hash of a URL names, "" for none. One that is not encoded as it should be ("#100%") is
 * taken as it stands, as browsers do.
 * @param {string} hash
 */
export function hashId(hash) {
  const id = hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return id;
    throw error;
  }
}
