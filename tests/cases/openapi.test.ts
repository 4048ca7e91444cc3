/** The document of the API agrees with what the API takes. */
import { casesOpenApi } from '../../bot/cases/index.ts';
import { CASE_KINDS } from '../../bot/knowledge/index.ts';
import { loadTestEdition } from './load-test-edition.ts';

const document = casesOpenApi(loadTestEdition()) as {
  openapi: string;
  paths: Record<
    string,
    { post: { requestBody: { content: Record<string, { schema: { properties: Record<string, unknown> } }> } } }
  >;
};
const fieldsOf = (kind: string) =>
  Object.keys(
    document.paths[`/api/cases/${kind}`]?.post.requestBody.content['application/json']?.schema.properties ?? {},
  );

it('is OpenAPI 3.1 with one path a case', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(CASE_KINDS.map((kind) => `/api/cases/${kind}`));
});

it('names the fields as they are read', () => {
  expect(fieldsOf('benefit-place')).toEqual(['hukou', 'relation', 'stays']);
  expect(fieldsOf('deadlines')).toEqual(['applied', 'received', 'letterReceived', 'fundsReceived', 'finished']);
  expect(fieldsOf('retirement')).toEqual(['sex', 'birth', 'post', 'months', 'insuredBeforeLaw']);
});

it('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});
