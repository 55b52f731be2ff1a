import type { ApiName, ApiReplies, ApiRequest, ServerEvent } from '../serving/api';

/** Written into the page by the server: the token of this run, and who is looking. */
const { token = '', as = '' } = document.getElementById('page')?.dataset ?? {};

/** The server refused the request or is not there; `message` says which. */
export class ServerError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Asks the server. Throws a ServerError when it does not answer or refuses. */
export async function ask<N extends ApiName>(
  name: N,
  request: Omit<ApiRequest<N>, 'as'>,
): Promise<ApiReplies[N]> {
  let response: Response;
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-preview-token': token },
      body: JSON.stringify({ ...request, as }),
    });
  } catch {
    throw new ServerError(0, '');
  }
  if (!response.ok) throw new ServerError(response.status, await response.text());
  return (await response.json()) as ApiReplies[N];
}

/**
 * Listens to what happens on the server; `state` tells when it is lost and found again. A window
 * that nobody sees lets go: a browser keeps only six connections to one server.
 */
export function listen(heard: (event: ServerEvent) => void, state: (online: boolean) => void) {
  let source: EventSource | null = null;
  const connect = () => {
    source = new EventSource(`/events?token=${encodeURIComponent(token)}`);
    source.onmessage = (message) => heard(JSON.parse(String(message.data)) as ServerEvent);
    source.onopen = () => state(true);
    source.onerror = () => state(false);
  };
  document.addEventListener('visibilitychange', () => {
    source?.close();
    if (document.visibilityState === 'visible') connect();
  });
  connect();
}
