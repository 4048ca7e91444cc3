/** A small Direct Line client, as a page would be one. */
import type { Activity } from 'botbuilder';
import WebSocket from 'ws';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

/** One request; the body is read as JSON where it is JSON. */
export async function ask(origin: string, method: string, path: string, options: RequestInit = {}): Promise<Answered> {
  const response = await fetch(`${origin}${path}`, { method, ...options });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}

export const asJson = (body: unknown, token?: string): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...bearer(token) },
});

export const withToken = (token: string): RequestInit => ({ headers: bearer(token) });

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

export interface Talk {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

const BASE = '/v3/directline';

export async function begin(origin: string, locale?: string): Promise<Talk> {
  const { body } = await ask(origin, 'POST', `${BASE}/tokens/generate`);
  const started = await ask(origin, 'POST', `${BASE}/conversations`, asJson({ locale }, body.token));
  return { id: started.body.conversationId, token: started.body.token, streamUrl: started.body.streamUrl };
}

export function say(origin: string, { id, token }: Talk, text: string, more: object = {}): Promise<Answered> {
  const activity = { type: 'message', from: { id: 'me' }, text, ...more };
  return ask(origin, 'POST', `${BASE}/conversations/${id}/activities`, asJson(activity, token));
}

export function read(origin: string, { id, token }: Talk, watermark = ''): Promise<Answered> {
  return ask(origin, 'GET', `${BASE}/conversations/${id}/activities?watermark=${watermark}`, withToken(token));
}

export function reconnect(origin: string, { id, token }: Talk, watermark = ''): Promise<Answered> {
  return ask(origin, 'GET', `${BASE}/conversations/${id}?watermark=${watermark}`, withToken(token));
}

/** What was said, in order. */
export const textsOf = (body: { activities: Partial<Activity>[] }) =>
  body.activities.filter(({ type }) => type === 'message').map(({ text }) => text);

export interface OpenStream {
  /** Texts of messages in the order in which they came, as soon as there are so many. */
  readonly texts: (many: number) => Promise<string[]>;
  /** Types of everything that came so far. */
  readonly types: () => (string | undefined)[];
  readonly watermark: () => string | undefined;
  readonly closed: Promise<number>;
  readonly close: () => void;
}

/** @throws the status when the server refuses */
export function openStream(url: string): Promise<OpenStream> {
  const socket = new WebSocket(url);
  const came: Partial<Activity>[] = [];
  let watermark: string | undefined;
  let tell = () => {};
  socket.on('message', (data) => {
    const set = JSON.parse(String(data));
    came.push(...set.activities);
    watermark = set.watermark ?? watermark;
    tell();
  });
  const closed = new Promise<number>((done) => socket.on('close', (code) => done(code)));
  const messages = () => came.filter(({ type }) => type === 'message').map(({ text = '' }) => text);
  return new Promise((done, fail) => {
    socket.on('unexpected-response', (_request, response) => fail(new Error(String(response.statusCode))));
    socket.on('error', fail);
    socket.on('open', () =>
      done({
        texts: (many) =>
          new Promise((enough) => {
            tell = () => {
              if (messages().length >= many) enough(messages());
            };
            tell();
          }),
        types: () => came.map(({ type }) => type),
        watermark: () => watermark,
        closed,
        close: () => socket.close(),
      }),
    );
  });
}
