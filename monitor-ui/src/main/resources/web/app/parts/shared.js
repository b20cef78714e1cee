import {css} from 'lit';

/** The styles that several components share. */
export const shared = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { display: block; }
  :host([hidden]) { display: none; }
  h1, h2, h3, p { margin: 0; }
  h2 { font-size: 14px; font-weight: 600; letter-spacing: .005em; }
  a { color: var(--accent); text-decoration: none; }
  a:hover { text-decoration: underline; }
  .icon { width: 1.15em; height: 1.15em; flex: none; }
  .num { font-variant-numeric: tabular-nums; text-align: right; }
  .mono { font-family: var(--mono); font-size: 12px; }
  .muted { color: var(--muted); }
  .card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); }
  .head { display: flex; align-items: baseline; justify-content: space-between; gap: 12px; padding: 14px 18px 10px; }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :is(a, button, input, select, [tabindex]):focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 6px; }
  button, input, select { font: inherit; color: inherit; }
  .button { display: inline-flex; align-items: center; gap: 6px; padding: 5px 11px; border: 1px solid var(--line-strong);
    border-radius: 7px; background: var(--surface); cursor: pointer; white-space: nowrap; min-height: 32px; }
  .button:hover { background: var(--raised); }
  .button.plain { border-color: transparent; background: none; padding: 5px 7px; }
  .button.plain:hover { background: var(--raised); }
  .button[disabled] { opacity: .55; cursor: default; }
  table { width: 100%; border-collapse: collapse; }
  th { font-weight: 500; font-size: 12px; color: var(--muted); text-align: left; white-space: nowrap; }
  .empty { padding: 34px 20px 40px; text-align: center; color: var(--muted); }
  .empty strong { display: block; margin-bottom: 4px; color: var(--ink); font-weight: 600; }
  code { font-family: var(--mono); font-size: .92em; background: var(--raised); padding: 1px 5px; border-radius: 4px; }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
`;
