import { equal, match } from "node:assert/strict";
import { Counter } from "../../lib/metrics/counter.ts";
import { gauge, prometheusText } from "../../lib/metrics/family.ts";
import { Histogram } from "../../lib/metrics/histogram.ts";

Deno.test("a counter is written with its help, its type and a line for each set of labels", () => {
  const frames = new Counter<"result">("frames_total", "Frames.");
  frames.add({ result: "accepted" });
  frames.add({ result: "accepted" }, 2);
  frames.add({ result: "rejected" });
  equal(
    prometheusText([frames]),
    '# HELP frames_total Frames.\n# TYPE frames_total counter\nframes_total{result="accepted"} 3\n' +
      'frames_total{result="rejected"} 1\n',
  );
});

Deno.test("a histogram's classes contain the smaller ones, and the last one everything", () => {
  const times = new Histogram("ack_seconds", "Time.", [0.1, 1]);
  for (const seconds of [0.05, 0.1, 0.5, 3]) times.observe(seconds);
  const text = prometheusText([times]);
  match(text, /ack_seconds_bucket\{le="0\.1"\} 2\nack_seconds_bucket\{le="1"\} 3\n/);
  match(text, /ack_seconds_bucket\{le="\+Inf"\} 4\nack_seconds_sum 3\.65\nack_seconds_count 4\n/);
});

Deno.test("a label's quotes, backslashes and line ends do not end the line", () => {
  const text = prometheusText([gauge("g", "G.", [{ labels: { a: 'x"\\\ny' }, value: 1 }])]);
  equal(text.split("\n").at(-2), 'g{a="x\\"\\\\\\ny"} 1');
});
