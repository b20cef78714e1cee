import {address, showTicket} from '../lib/api.js';
import {operator} from './operator.js';

const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const SILENCE = 8_000;
/** The code by which the monitor closes a connection above its limit of browsers. */
const TRY_AGAIN_LATER = 1013;

/** The socket to the monitor: reconnects by itself, later and later, at moments that differ between browsers. */
export class Connection extends EventTarget {
  state = 'connecting';
  retryAt = 0;
  /** The monitor's reason for admitting no further browser; empty where it is not the reason. */
  refusal = '';
  #socket = null;
  #attempts = 0;
  #timer = 0;
  #watchdog = 0;
  #subscription = {};
  #opening = false;

  open() {
    this.#connect();
    window.addEventListener('online', () => this.retry());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.retry();
    });
  }

  /** Sends the subscription, and again after each reconnect. */
  watch(subscription) {
    this.#subscription = subscription;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(subscription));
  }

  /** Connects now, if it waits for the next try. */
  retry() {
    if (this.state === 'waiting') this.#connect();
  }

  async #connect() {
    if (this.#opening) return;
    clearTimeout(this.#timer);
    if (this.#attempts === 0) this.#become('connecting');
    this.#opening = true;
    try {
      this.#use(new WebSocket(await this.#address()));
    } catch {
      this.#wait();
    } finally {
      this.#opening = false;
    }
  }

  async #address() {
    const place = address('ws/monitor');
    place.protocol = place.protocol === 'https:' ? 'wss:' : 'ws:';
    const {ticket, role} = await showTicket();
    operator.looksAs(role);
    place.searchParams.set('ticket', ticket);
    return place;
  }

  /** The connection is live with its first frame: where there are too many browsers, it is closed before. */
  #use(socket) {
    this.#socket = socket;
    socket.onopen = () => {
      socket.send(JSON.stringify(this.#subscription));
      this.#listen(socket);
    };
    socket.onmessage = event => {
      this.#listen(socket);
      if (this.state !== 'live') {
        this.#attempts = 0;
        this.refusal = '';
        this.#become('live');
      }
      this.dispatchEvent(new CustomEvent('frame', {detail: JSON.parse(event.data)}));
    };
    socket.onclose = event => {
      if (this.#socket !== socket) return;
      this.refusal = event.code === TRY_AGAIN_LATER ? event.reason : '';
      this.#wait();
    };
  }

  /** Closes a connection without a frame for 8 s, and connects again. */
  #listen(socket) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      if (this.#socket !== socket) return;
      socket.onclose = null;
      socket.close();
      this.#wait();
    }, SILENCE);
  }

  #wait() {
    clearTimeout(this.#watchdog);
    this.#socket = null;
    const ceiling = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** this.#attempts++);
    const pause = ceiling / 2 + Math.random() * ceiling / 2;
    this.retryAt = Date.now() + pause;
    this.#become('waiting');
    this.#timer = setTimeout(() => this.#connect(), pause);
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}
