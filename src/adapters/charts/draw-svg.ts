import { BarChart, HeatmapChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Look, Picture } from "../../app/pictures/picture.ts";
import { chartOption } from "./chart-option.ts";
import { type Frame, layOut } from "./layout.ts";
import { plainSvg } from "./plain-svg.ts";
import { FONT_FAMILY, THEME_COLOURS } from "./theme.ts";

use([BarChart, HeatmapChart, GridComponent, LegendComponent, TitleComponent, VisualMapComponent, SVGRenderer]);

/** Draws a picture; the same one always alike. */
export function drawSvg(picture: Picture, frame: Frame, theme: Look["theme"]): string {
  const layout = layOut(picture, frame);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: layout.width, height: layout.height });
  try {
    chart.setOption(chartOption(picture, layout, THEME_COLOURS[theme]));
    return plainSvg(chart.renderToSVGString(), FONT_FAMILY);
  } finally {
    chart.dispose();
  }
}
