/** One figure of a family. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** Behind the family's name: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string;
}

/** Figures of one name, as Prometheus counts them (prometheus.io/docs/instrumenting/exposition_formats). */
export interface Family {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly help: string;
  samples(): readonly Sample[];
}

/** What Prometheus reads; `type` of the answer is `PROMETHEUS_TYPE`. */
export function prometheusText(families: readonly Family[]): string {
  return families.map((family) => {
    const lines = family.samples().map(({ labels, value, suffix = "" }) =>
      `${family.name}${suffix}${labelText(labels)} ${value}\n`
    );
    return `# HELP ${family.name} ${family.help}\n# TYPE ${family.name} ${family.type}\n${
      lines.join("")
    }`;
  }).join("");
}

export const PROMETHEUS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** A figure that is read when it is asked for. */
export function gauge(name: string, help: string, samples: readonly Sample[] | number): Family {
  const all = typeof samples === "number" ? [{ labels: {}, value: samples }] : samples;
  return { name, type: "gauge", help, samples: () => all };
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
