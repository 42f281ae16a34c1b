/** Batches without the first `skip` of what is in them. */
export function* passing(
  batches: Generator<number[], void, undefined>,
  skip: number,
): Generator<number[], void, undefined> {
  let left = skip;
  for (const batch of batches) {
    yield left === 0 ? batch : batch.slice(left);
    left = Math.max(0, left - batch.length);
  }
}
