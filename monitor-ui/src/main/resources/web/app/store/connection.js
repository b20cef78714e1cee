const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const SILENCE = 8_000;

/** The socket to the monitor: reconnects by itself, later and later, at moments that differ between browsers. */
export class Connection extends EventTarget {
  state = 'connecting';
  retryAt = 0;
  #socket = null;
  #attempts = 0;
  #timer = 0;
  #watchdog = 0;
  #wish = {};

  open() {
    this.#connect();
    window.addEventListener('online', () => this.retry());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.retry();
    });
  }

  /** Says what to watch; said again after each reconnect. */
  watch(wish) {
    this.#wish = wish;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(wish));
  }

  /** Tries now, where it was waiting to. */
  retry() {
    if (this.state === 'waiting') this.#connect();
  }

  #connect() {
    clearTimeout(this.#timer);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/ws/monitor`);
    this.#socket = socket;
    if (this.#attempts === 0) this.#become('connecting');
    socket.onopen = () => {
      this.#attempts = 0;
      this.#become('live');
      socket.send(JSON.stringify(this.#wish));
      this.#listen(socket);
    };
    socket.onmessage = event => {
      this.#listen(socket);
      this.dispatchEvent(new CustomEvent('frame', {detail: JSON.parse(event.data)}));
    };
    socket.onclose = () => {
      if (this.#socket === socket) this.#wait();
    };
  }

  /** A connection that says nothing for long is as good as none. */
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
