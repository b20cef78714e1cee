import {LitElement, css, html} from 'lit';

const KNOWN = ['snapshot', 'insert', 'update', 'delete'];

/** Shows the action of an event, as a word with the colour of the chart. */
class Action extends LitElement {
  static properties = {word: {}};
  static styles = css`
    :host { display: inline-flex; align-items: center; gap: 7px; white-space: nowrap; }
    i { width: 8px; height: 8px; border-radius: 2px; background: var(--op-other); flex: none; }
    .snapshot { background: var(--op-snapshot); } .insert { background: var(--op-insert); }
    .update { background: var(--op-update); } .delete { background: var(--op-delete); }`;

  render() {
    return html`<i class=${KNOWN.includes(this.word) ? this.word : ''}></i>${this.word}`;
  }
}
customElements.define('dfs-action', Action);
