import {
  Chart,
  ChartAxis,
  ChartGroup,
  ChartLegend,
  ChartLine,
  ChartThemeColor,
  ChartVoronoiContainer,
} from "@patternfly/react-charts/victory";
import type { Series } from "./series.ts";

const HEIGHT_PX = 230;
const WIDTH_PX = 420;
const PADDING = { top: 20, right: 30, bottom: 75, left: 90 };
const TICKS = 4;

/** The theme's own colors, so that charts can be read in the dark too. */
const TEXT = { fill: "var(--pf-t--global--text--color--regular)" };
const LINE = { stroke: "var(--pf-t--global--border--color--default)" };
const AXIS = { tickLabels: TEXT, axis: LINE, ticks: LINE, grid: LINE };

const TIME = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

interface Props {
  title: string;
  series: readonly Series[];
  textOf(value: number): string;
}

/** Lines over time; what they show is in the table of the same page too. */
export default function TrafficChart({ title, series, textOf }: Props) {
  const highest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
  return (
    <Chart
      ariaTitle={title}
      ariaDesc={series.map(({ name, points }) => `${name}: now ${textOf(points.at(-1)?.y ?? 0)}`).join("; ")}
      containerComponent={
        <ChartVoronoiContainer
          labels={({ datum }: { datum: { childName: string; y: number } }) => `${datum.childName}: ${textOf(datum.y)}`}
          constrainToVisibleArea
        />
      }
      legendComponent={<ChartLegend style={{ labels: TEXT }} />}
      legendData={series.map(({ name }) => ({ name }))}
      legendPosition="bottom-left"
      name={title}
      height={HEIGHT_PX}
      width={WIDTH_PX}
      padding={PADDING}
      minDomain={{ y: 0 }}
      maxDomain={{ y: highest === 0 ? 1 : highest * 1.1 }}
      scale={{ x: "time", y: "linear" }}
      themeColor={ChartThemeColor.multiOrdered}
    >
      <ChartAxis
        tickCount={TICKS}
        tickFormat={(time: Date | number) => TIME.format(time)}
        fixLabelOverlap
        style={AXIS}
      />
      <ChartAxis dependentAxis showGrid tickCount={TICKS} tickFormat={(value: number) => textOf(value)} style={AXIS} />
      <ChartGroup>
        {series.map(({ name, points }) => (
          <ChartLine key={name} name={name} data={points} />
        ))}
      </ChartGroup>
    </Chart>
  );
}
