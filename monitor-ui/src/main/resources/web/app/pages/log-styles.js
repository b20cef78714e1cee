import {css} from 'lit';

export const logStyles = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; }
  .top { display: flex; justify-content: space-between; align-items: end; gap: 12px; flex-wrap: wrap; }
  h1 { font-size: 20px; font-weight: 650; letter-spacing: -.01em; line-height: 1.3; }
  .tools { display: flex; align-items: center; gap: 8px; }
  .tools [role=status] { font-variant-numeric: tabular-nums; margin-right: 4px; }
  .card { overflow: hidden; }
  .scroll { overflow: auto; max-height: calc(100vh - 268px); min-height: 320px; }
  table { font-size: 13px; }
  th { position: sticky; top: 0; background: var(--surface); z-index: 1; box-shadow: inset 0 -1px var(--line); padding: 9px 10px; }
  td { padding: 5px 10px; border-top: 1px solid var(--line); white-space: nowrap; vertical-align: middle; line-height: 20px; }
  tr:first-child td { border-top: 0; }
  th:first-child, td:first-child { padding-left: 18px; } th:last-child, td:last-child { padding-right: 18px; }
  th.mono { font-family: inherit; }
  tbody tr { cursor: pointer; }
  tbody tr:hover { background: var(--raised); }
  tbody tr:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; border-radius: 0; }
  tr.open { background: var(--accent-soft); }
  tr.fresh { animation: arrive 1s ease-out; }
  @keyframes arrive { from { background: var(--accent-soft); } to { background: transparent; } }
  .time { font-variant-numeric: tabular-nums; color: var(--muted); }
  td.num { font-variant-numeric: tabular-nums; }
  .id { color: var(--muted); max-width: 300px; overflow: hidden; text-overflow: ellipsis; }
  .key, .keys { max-width: 260px; overflow: hidden; text-overflow: ellipsis; }
  .keys b { font-weight: 650; }
  td .icon { width: 13px; height: 13px; vertical-align: -2px; color: var(--muted); }
  .sql { max-width: 0; width: 45%; overflow: hidden; text-overflow: ellipsis; color: var(--muted); }
  .error { color: var(--bad); }
  .note { padding: 8px 18px; background: var(--warn-soft); color: var(--warn); font-size: 13px; }
  .more { padding: 12px; text-align: center; border-top: 1px solid var(--line); }
  @media (max-width: 620px) {
    .scroll { max-height: none; }
    thead { display: none; }
    table, tbody { display: block; }
    tr { display: flex; flex-wrap: wrap; gap: 2px 12px; padding: 9px 14px; border-top: 1px solid var(--line); }
    td, td:first-child, td:last-child { border: 0; padding: 0; max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
    td.sql, td.id { flex: 1 1 100%; width: auto; max-width: 100%; }
    td.num:not(.took) { display: none; }
  }`;
