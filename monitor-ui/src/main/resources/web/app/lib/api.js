const TICKET_MILLIS = 5_000;

/** The answer to a question over HTTP; an error carries its status, and the code and message that the service gave. */
export class AnswerError extends Error {
  constructor(status, {code, message} = {}) {
    super(message || `the monitor answered ${status}`);
    this.status = status;
    this.code = code;
  }
}

/** A path of the monitor, wherever a proxy has put the page. */
export const address = path => new URL(path, document.baseURI);

/** What proves for a minute that it is this page that asks, and the role of whoever asks. @param authorization of who signs in here; else the browser says who */
export async function showTicket(authorization = null) {
  const headers = {Accept: 'application/json', ...signed(authorization)};
  return read(await fetch(address('api/v1/ticket'), {headers, signal: AbortSignal.timeout(TICKET_MILLIS)}));
}

/** A ticket, even an empty one, also says that the page asks for the password itself, and the browser need not. */
const signed = authorization => authorization ? {'X-DFS-Ticket': '', Authorization: authorization} : {};

export async function ask(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  return read(await fetch(address(query.size > 0 ? `${path}?${query}` : path), {headers: {Accept: 'application/json'}, signal}));
}

/** Asks for something to be done. @param json the body, as text: numbers keep all their digits */
export async function post(path, json, authorization) {
  const {ticket} = await showTicket(authorization);
  const headers = {Accept: 'application/json', 'Content-Type': 'application/json', ...signed(authorization), 'X-DFS-Ticket': ticket};
  return read(await fetch(address(path), {method: 'POST', headers, body: json}));
}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new AnswerError(answer.status, body);
  return body;
}
