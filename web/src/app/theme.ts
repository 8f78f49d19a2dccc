import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type VariantColorsResolver } from '@mantine/core';
import { clay, honey, lake, moss, night, paper } from './palette';

const sans = "'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif";
const serif = "'Source Serif 4 Variable', Georgia, 'Times New Roman', serif";

// Mantine picks the ink of a filled button once for both schemes; ours differs between day and night.
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const shaded = /\.\d$/.test(input.color ?? '');
  return input.variant === 'filled' && !shaded ? { ...colors, color: 'var(--on-filled)' } : colors;
};

export const theme = createTheme({
  variantColorResolver,
  white: '#fffdf9',
  black: paper[9],
  colors: { gray: paper, dark: night, lake, red: clay, yellow: honey, orange: honey, green: moss, teal: moss, blue: lake },
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: sans,
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  radius: { xs: '4px', sm: '7px', md: '10px', lg: '14px', xl: '22px' },
  defaultRadius: 'md',
  shadows: {
    xs: '0 1px 2px rgb(60 48 30 / 6%)',
    sm: '0 1px 3px rgb(60 48 30 / 8%), 0 4px 14px rgb(60 48 30 / 4%)',
    md: '0 2px 6px rgb(60 48 30 / 8%), 0 12px 32px rgb(60 48 30 / 8%)',
    lg: '0 4px 12px rgb(60 48 30 / 10%), 0 24px 56px rgb(60 48 30 / 12%)',
    xl: '0 8px 20px rgb(60 48 30 / 12%), 0 36px 80px rgb(60 48 30 / 16%)',
  },
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.75rem, 1.4rem + 1.4vw, 2.25rem)', lineHeight: '1.18' },
      h2: { fontSize: '1.5rem', lineHeight: '1.25' },
      h3: { fontSize: '1.25rem', lineHeight: '1.3' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h5: { fontSize: '1rem', lineHeight: '1.4' },
      h6: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { fontWeight: 600 } } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right', openOnFocus: false } },
    MultiSelect: { defaultProps: { size: 'md', openOnFocus: false } },
    Autocomplete: { defaultProps: { size: 'md' } },
    DateInput: { defaultProps: { size: 'md' } },
    DatePickerInput: { defaultProps: { size: 'md' } },
    DateTimePicker: { defaultProps: { size: 'md' } },
    TimeInput: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    // A dialog's header is no banner of the page.
    Modal: {
      defaultProps: { attributes: { header: { role: 'none' } }, centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
    },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', position: 'bottom-end' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Card: { defaultProps: { radius: 'lg', padding: 'lg' } },
    Badge: { defaultProps: { variant: 'light', size: 'lg', radius: 'sm' }, styles: { root: { textTransform: 'none', fontWeight: 600 } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    Loader: { defaultProps: { type: 'dots' } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});

/** The surfaces and inks that Mantine does not know. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': paper[0],
    '--mantine-color-dimmed': paper[6],
    '--mantine-color-placeholder': '#787065',
    '--mantine-color-error': clay[7],
    '--mantine-color-success': moss[7],
    '--mantine-color-default-border': '#c9c1b3',
    '--mantine-color-default-hover': paper[1],
    '--mantine-color-disabled-color': '#7d7568',
    '--on-filled': '#fffdf9',
    '--surface': '#fffdf9',
    '--surface-sunken': paper[1],
    '--line': '#e2dbcf',
    '--line-strong': '#8d8476',
    '--focus': '#b0690a',
    '--accent-ink': lake[7],
    '--accent-wash': lake[0],
    '--warm': '#e3a651',
  },
  dark: {
    '--mantine-color-dimmed': night[2],
    '--mantine-color-placeholder': '#a39b90',
    '--mantine-color-error': clay[3],
    '--mantine-color-success': moss[3],
    '--mantine-color-anchor': lake[3],
    '--mantine-color-disabled-color': '#958e83',
    '--on-filled': night[9],
    '--surface': '#292622',
    '--surface-sunken': '#191715',
    '--line': '#3b3731',
    '--line-strong': '#857d72',
    '--focus': '#f0c27f',
    '--accent-ink': lake[3],
    '--accent-wash': '#203235',
    '--warm': '#e8b765',
  },
});
