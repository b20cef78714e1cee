import {css} from 'lit';

export const eventStyles = css`
  dialog { position: fixed; inset: 0 0 0 auto; width: min(620px, 100vw); height: 100dvh; max-height: none; margin: 0; padding: 0; border: 0;
    border-left: 1px solid var(--line-strong); background: var(--surface); color: var(--ink); box-shadow: var(--shadow-high); z-index: 20;
    display: flex; flex-direction: column; outline: none; animation: slide .16s ease-out; }
  @keyframes slide { from { transform: translateX(24px); opacity: 0; } }
  header { display: flex; justify-content: space-between; align-items: start; gap: 12px; padding: 16px 14px 12px 22px; border-bottom: 1px solid var(--line); }
  header h2 { font-size: 16px; display: flex; align-items: baseline; gap: 10px; flex-wrap: wrap; } .id { overflow-wrap: anywhere; }
  .tools { display: flex; }
  .body { overflow-y: auto; padding: 16px 22px 28px; display: grid; gap: 20px; align-content: start; }
  h3 { font-size: 13px; font-weight: 600; }
  .title { display: flex; justify-content: space-between; align-items: baseline; gap: 10px; margin-bottom: 4px; font-size: 12.5px; }
  .outcome { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
  .keys { font-size: 14px; } .keys .icon { width: 15px; vertical-align: -3px; color: var(--muted); }
  pre { margin: 0; padding: 12px 14px; border-radius: 8px; background: var(--raised); font: 12px/1.55 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 420px; overflow-y: auto; }
  pre.error { flex: 1 1 100%; background: var(--bad-soft); color: var(--bad); }
  .wait { padding: 8px 14px; border-radius: 8px; background: var(--warn-soft); color: var(--warn); }
  .steps { list-style: none; margin: 0; padding: 0; font-size: 13px; }
  .steps li { display: grid; grid-template-columns: 1fr auto 110px; gap: 14px; padding: 3px 0 3px 16px; position: relative; }
  .steps li::before { content: ''; position: absolute; left: 2px; top: 10px; width: 7px; height: 7px; border-radius: 9px; background: var(--accent); }
  .steps li:not(:last-child)::after { content: ''; position: absolute; left: 5px; top: 17px; bottom: -10px; width: 1px; background: var(--line-strong); }
  @media (max-width: 620px) { .steps li { grid-template-columns: 1fr auto 76px; } .body { padding: 14px 16px; } header { padding-left: 16px; } }`;
