import type { EChartsCoreOption } from "echarts/core";
import type { BarPicture, GridPicture, Picture } from "../../app/pictures/picture.ts";
import { figuresOf, type Layout, LINE_HEIGHT, SOURCE_SIZE, TITLE_SIZE } from "./layout.ts";
import type { Theme } from "./theme.ts";

/** What echarts draws of a picture. Nothing in it moves or answers to a pointer. */
export function chartOption(picture: Picture, layout: Layout, theme: Theme): EChartsCoreOption {
  const { fontSize, margin, namesWidth, headHeight, rowHeight, names, figuresWidth } = layout;
  return {
    animation: false,
    backgroundColor: theme.paper,
    textStyle: { color: theme.ink, fontSize },
    title: titlesOf(layout, theme),
    grid: { left: margin + namesWidth, right: margin + figuresWidth, top: headHeight, height: rowHeight * names.length, outerBoundsMode: "none" },
    yAxis: {
      type: "category",
      inverse: true,
      data: names.map((lines) => lines.join("\n")),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, color: theme.ink, fontSize, lineHeight: Math.round(fontSize * LINE_HEIGHT), margin: 6 },
    },
    ...(picture.kind === "bars" ? bars(picture, layout, theme) : cells(picture, layout, theme)),
  };
}

function titlesOf({ title, source, fontSize, margin }: Layout, { ink, soft }: Theme): readonly object[] {
  const part = (lines: readonly string[], size: number, top: number, color: string) => ({
    text: lines.join("\n"),
    left: margin,
    top: margin + top,
    padding: 0,
    textStyle: { color, fontSize: fontSize * size, lineHeight: fontSize * size * LINE_HEIGHT, fontWeight: "normal" },
  });
  const below = title.length * fontSize * TITLE_SIZE * LINE_HEIGHT;
  return title.length === 0 ? [] : [part(title, TITLE_SIZE, 0, ink), part(source, SOURCE_SIZE, below, soft)];
}

const STILL = { silent: true, emphasis: { disabled: true } } as const;

function bars({ parts, rows }: BarPicture, { fontSize, headHeight, margin, width }: Layout, theme: Theme): object {
  const longest = Math.max(1, ...rows.map((row) => row.parts.reduce((sum, part) => sum + part, 0)));
  const series = (parts.length > 1 ? parts : [""]).map((name, index) => ({
    ...STILL,
    type: "bar",
    name,
    stack: "all",
    barWidth: "62%",
    // A bar of no length would still have an outline.
    data: rows.map((row) => row.parts[index] || null),
    itemStyle: { color: theme.parts[index], borderColor: theme.paper, borderWidth: 1 },
  }));
  const figures = {
    ...STILL,
    type: "bar",
    stack: "all",
    itemStyle: { color: "none" },
    data: rows.map(() => 0),
    label: { show: true, position: "right", distance: 4, color: theme.ink, fontSize, formatter: ({ dataIndex }: { dataIndex: number }) => textOf(dataIndex) },
  };
  const textOf = (index: number): string => {
    const row = rows[index];
    return row ? figuresOf(row) : "";
  };
  return {
    xAxis: { type: "value", show: false, min: 0, max: longest },
    legend: {
      show: parts.length > 1,
      data: parts.map((name) => ({ name })),
      selectedMode: false,
      left: margin,
      top: headHeight - Math.ceil(fontSize * LINE_HEIGHT) - 6,
      padding: 0,
      itemWidth: fontSize,
      itemHeight: fontSize * 0.8,
      width: width - 2 * margin,
      textStyle: { color: theme.ink, fontSize },
    },
    series: [...series, figures],
  };
}

function cells({ names, cells: rows }: GridPicture, { fontSize }: Layout, theme: Theme): object {
  const most = Math.max(1, ...rows.flat().map((count) => count ?? 0));
  const data = rows.flatMap((row, y) =>
    row.flatMap((count, x) => (count === undefined ? [] : [{ value: [x, y, count], label: { color: theme.onCells[count > most / 2 ? 1 : 0] } }])),
  );
  return {
    xAxis: {
      type: "category",
      position: "top",
      data: names.map((_, index) => String(index + 1)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, color: theme.soft, fontSize, margin: 6 },
    },
    visualMap: { show: false, min: 0, max: most, dimension: 2, inRange: { color: theme.cells } },
    series: [
      {
        ...STILL,
        type: "heatmap",
        data,
        itemStyle: { borderColor: theme.paper, borderWidth: 2 },
        label: { show: true, fontSize, formatter: ({ value }: { value: readonly number[] }) => String(value[2]) },
      },
    ],
  };
}
