/**
 * The first step of every text, asked or known: full width to half, capitals to small letters, 繁體 to 简体.
 * After it the same words are the same characters, whoever typed them.
 */
import * as OpenCC from 'opencc-js/t2cn';

const toSimplifiedCharacters = OpenCC.Converter({ from: 't', to: 'cn' });
const CHINESE = /[\u3400-\u9fff]/;

/** @returns the text in NFKC, small letters and simplified characters */
export function simplify(text: string): string {
  const narrow = text.normalize('NFKC').toLowerCase();
  return CHINESE.test(narrow) ? toSimplifiedCharacters(narrow) : narrow;
}
