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
  // 帐 is what 帳 becomes, and what people type for 账: the money's 账 is always meant here.
  return CHINESE.test(narrow) ? toSimplifiedCharacters(narrow).replaceAll('帐', '账') : narrow;
}
