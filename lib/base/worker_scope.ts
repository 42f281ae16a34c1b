/** What a worker's global scope has and a page's has not, typed by the messages that go in and out. */
export interface WorkerScope<In, Out> {
  onmessage: ((event: MessageEvent<In>) => void) | null;
  postMessage(message: Out): void;
  /** Ends this worker. */
  close(): void;
}

/** The scope of the worker that calls this. */
export function workerScope<In, Out>(): WorkerScope<In, Out> {
  // The program is checked with the types of the main thread, where `self` is a window.
  return self as unknown as WorkerScope<In, Out>;
}
