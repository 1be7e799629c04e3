/**
 * What Teams' three themes look like, near enough to judge a card by. Teams publishes none of it, and its clients for
 * phones differ in details.
 *
 * Colours are tokens of Fluent UI's `teamsLightTheme`, `teamsDarkTheme` and `teamsHighContrastTheme` (@fluentui/tokens
 * 1.0.0-alpha.24), named in {@link Palette}. Sizes and spacings are those of Microsoft's sample host configuration for
 * Teams (microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-light.json).
 */
interface Palette {
  /** colorNeutralForeground1 */
  readonly text: string;
  /** colorNeutralForeground3 */
  readonly subtle: string;
  /** colorNeutralBackground1 */
  readonly card: string;
  /** colorNeutralBackground3, what is around the card */
  readonly around: string;
  /** colorNeutralStroke1 */
  readonly stroke: string;
  /** colorNeutralStroke2 */
  readonly separator: string;
  /** colorBrandForegroundLink */
  readonly accent: string;
  /** colorStatusSuccessForeground1 */
  readonly good: string;
  /** colorStatusWarningForeground1 */
  readonly warning: string;
  /** colorPaletteRedForeground1, which Fluent's own fields warn with; colorStatusDangerForeground1 is for its own background. */
  readonly attention: string;
  /** Backgrounds: colorNeutralBackground3, colorBrandBackground2, colorStatus…Background1 */
  readonly surfaces: Readonly<Record<'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>>;
  /** colorBrandBackground and colorNeutralForegroundOnBrand: a positive button. */
  readonly primary: string;
  readonly onPrimary: string;
}

const light: Palette = {
  text: '#242424',
  subtle: '#616161',
  card: '#ffffff',
  around: '#f5f5f5',
  stroke: '#d1d1d1',
  separator: '#e0e0e0',
  accent: '#4f52b2',
  good: '#0e700e',
  warning: '#bc4b09',
  attention: '#bc2f32',
  surfaces: {
    emphasis: '#f5f5f5',
    accent: '#e8ebfa',
    good: '#f1faf1',
    warning: '#fff9f5',
    attention: '#fdf3f4',
  },
  primary: '#5b5fc7',
  onPrimary: '#ffffff',
};

const dark: Palette = {
  text: '#ffffff',
  subtle: '#adadad',
  card: '#292929',
  around: '#1f1f1f',
  stroke: '#666666',
  separator: '#525252',
  accent: '#7f85f5',
  good: '#54b054',
  warning: '#faa06b',
  attention: '#e37d80',
  surfaces: {
    emphasis: '#1f1f1f',
    accent: '#2f2f4a',
    good: '#052505',
    warning: '#4a1e04',
    attention: '#3b0509',
  },
  primary: '#4f52b2',
  onPrimary: '#ffffff',
};

/** Every status has the colour of the text there, so that a card whose meaning is in a colour says nothing. */
const contrast: Palette = {
  text: '#ffffff',
  subtle: '#ffffff',
  card: '#000000',
  around: '#000000',
  stroke: '#ffffff',
  separator: '#ffffff',
  accent: '#ffff00',
  good: '#ffffff',
  warning: '#ffffff',
  attention: '#ffffff',
  surfaces: {
    emphasis: '#000000',
    accent: '#000000',
    good: '#000000',
    warning: '#000000',
    attention: '#000000',
  },
  primary: '#ffffff',
  onPrimary: '#000000',
};

export const themes = { light, dark, contrast };
export type Theme = keyof typeof themes;
export const themeNames = ['light', 'dark', 'contrast'] as const satisfies readonly Theme[];

const font = '"Segoe UI", "Open Sans", "DejaVu Sans", sans-serif';

/** The theme as the renderer wants it. */
export function hostConfigOf(theme: Theme): Readonly<Record<string, unknown>> {
  const palette = themes[theme];
  const container = (backgroundColor: string) => ({
    backgroundColor,
    foregroundColors: foregroundsOf(palette),
  });
  return {
    supportsInteractivity: true,
    fontFamily: font,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.separator },
    imageSizes: { small: 32, medium: 52, large: 100 },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    containerStyles: {
      default: container(palette.card),
      ...Object.fromEntries(
        Object.entries(palette.surfaces).map(([style, colour]) => [style, container(colour)]),
      ),
    },
    inputs: {
      label: {
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention' },
    },
    // A card stands below its chat's or channel's own headings.
    textBlock: { headingLevel: 3 },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}

function foregroundsOf(palette: Palette): object {
  const both = (colour: string, subtle = colour) => ({ default: colour, subtle });
  return {
    default: both(palette.text, palette.subtle),
    dark: both(palette.text, palette.subtle),
    light: both(palette.text, palette.subtle),
    accent: both(palette.accent),
    good: both(palette.good),
    warning: both(palette.warning),
    attention: both(palette.attention),
  };
}

/** What the renderer leaves to the page around it: buttons and inputs. */
export function styleSheetOf(theme: Theme): string {
  const { text, card, around, stroke, subtle, primary, onPrimary } = themes[theme];
  return `
    body { margin: 0; background: ${around}; color: ${text}; font-family: ${font}; }
    main { padding: 12px; }
    #card { background: ${card}; border: 1px solid ${theme === 'contrast' ? stroke : 'transparent'}; border-radius: 6px;
      box-shadow: 0 1px 3px #0003; overflow: hidden; }
    .ac-pushButton { border: 1px solid ${stroke}; border-radius: 4px; background: ${card}; color: ${text};
      padding: 6px 12px; font: 600 14px ${font}; }
    .ac-pushButton.style-positive { background: ${primary}; color: ${onPrimary}; border-color: ${primary}; }
    .ac-input { width: 100%; box-sizing: border-box; padding: 6px; border: 1px solid ${stroke}; border-radius: 4px;
      background: ${card}; color: ${text}; font: 14px ${font}; }
    .ac-input::placeholder { color: ${subtle}; opacity: 1; }
    textarea.ac-input { min-height: 76px; }
    .ac-choiceSetInput-filtered-container { padding: 0; border: 0; }
    .ac-choiceSetInput-filtered-dropdown { display: none; }
    .ac-actionSet, .ac-actionSet div { flex-wrap: wrap !important; gap: 8px; }
    .ac-actionSet > div:empty, .ac-actionSet div > div:empty { display: none; }
    .ac-choiceSetInput-expanded, .ac-toggleInput { width: auto; border: 0; background: none; }
    input[type=radio], input[type=checkbox] { width: auto !important; }
    :root { color-scheme: ${theme === 'light' ? 'light' : 'dark'}; }
  `;
}
