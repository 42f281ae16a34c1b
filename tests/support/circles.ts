/** What each node leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Circles in a graph, each as `a -> b -> a`; none where there is none. Where circles share nodes, not all are told. */
export function circles(graph: Graph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (node: string) => {
    const at = way.indexOf(node);
    if (at >= 0) found.push([...way.slice(at), node].join(" -> "));
    if (at >= 0 || done.has(node)) return;
    way.push(node);
    for (const next of graph.get(node) ?? []) walk(next);
    way.pop();
    done.add(node);
  };
  for (const node of graph.keys()) walk(node);
  return found;
}
