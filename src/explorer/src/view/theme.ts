/** The colours that canvases share with the page's styles, which name them. */
export interface Theme {
  readonly well: string;
  readonly panel: string;
  readonly line: string;
  readonly cell: string;
  readonly beatCell: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  readonly melody: string;
  readonly playhead: string;
  readonly focus: string;
  /** The points of genres that are not lit. */
  readonly unlit: string;
  readonly font: string;
}

/** Reads the theme from the page's custom properties. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    well: of("well"), panel: of("panel"), line: of("line"), cell: of("cell"), beatCell: of("beat-cell"), text: of("text"),
    quiet: of("quiet"), accent: of("accent"), melody: of("melody"), playhead: of("playhead"), focus: of("focus"), unlit: of("unlit"),
    font: getComputedStyle(document.body).fontFamily,
  };
}
