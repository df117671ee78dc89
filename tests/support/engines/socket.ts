/** Messages of the DevTools protocol and of WebDriver BiDi: both number requests and send events beside the answers. */
type Params = Record<string, unknown>;
interface Message {
  id?: number;
  method?: string;
  params?: Params;
  result?: unknown;
  error?: unknown;
}

export interface Connection {
  send: <Result>(method: string, params: Params, sessionId?: string) => Promise<Result>;
  close: () => void;
}

/** Opens a connection; `hear` gets the events. */
export async function connect(
  address: string,
  hear: (method: string, params: Params) => void,
): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (message: Message) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method !== undefined) hear(message.method, message.params ?? {});
  };
  let latest = 0;
  return {
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++latest;
        waiting.set(id, ({ result, error, ...more }) => {
          waiting.delete(id);
          if (error === undefined) resolve(result as never);
          else reject(new Error(`${method}: ${JSON.stringify({ error, ...more })}`));
        });
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      }),
    close: () => {
      socket.close();
    },
  };
}
