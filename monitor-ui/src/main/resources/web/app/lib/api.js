const TICKET_MILLIS = 5_000;

/** The answer to a question over HTTP; an error carries its status and what the service said. */
export class AnswerError extends Error {
  constructor(status, reason) {
    super(reason || `the monitor answered ${status}`);
    this.status = status;
  }
}

/** A path of the monitor, wherever a proxy has put the page. */
export const address = path => new URL(path, document.baseURI);

let ticket = null;

/** What proves that it is this page that asks; a monitor that has started again gives another one. */
export async function showTicket() {
  ticket = (await ask('api/v1/ticket', {}, AbortSignal.timeout(TICKET_MILLIS))).ticket;
  return ticket;
}

export async function ask(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  return read(await fetch(address(query.size > 0 ? `${path}?${query}` : path), {headers: {Accept: 'application/json'}, signal}));
}

/** Asks for something to be done. @param json the body, as text: numbers keep all their digits */
export async function post(path, json, authorization) {
  const headers = {Accept: 'application/json', 'Content-Type': 'application/json'};
  if (ticket) headers['X-DFS-Ticket'] = ticket;
  if (authorization) headers.Authorization = authorization;
  return read(await fetch(address(path), {method: 'POST', headers, body: json, credentials: 'omit'}));
}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new AnswerError(answer.status, body.reason ?? body.error);
  return body;
}
