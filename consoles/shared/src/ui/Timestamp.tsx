const SHOWN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** How far a time is from another, in the largest unit that fits. */
export function relative(time: Date, now: Date): string {
  const seconds = Math.round((time.getTime() - now.getTime()) / 1000);
  const [unit, size] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ["second", 1];
  return RELATIVE.format(Math.trunc(seconds / size), unit);
}

/** A time in the viewer's zone; pointing at it shows it exactly. */
export function Timestamp({ time }: { time: string | undefined }) {
  if (time === undefined) {
    return "–";
  }
  const date = new Date(time);
  return (
    <time dateTime={time} title={`${time} (${relative(date, new Date())})`}>
      {SHOWN.format(date)}
    </time>
  );
}
