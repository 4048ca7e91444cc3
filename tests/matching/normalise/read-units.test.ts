/** What a text is read as: characters, words, syllables, and classes for what varies from person to person. */
import { loadEdition } from '../../../bot/knowledge/index.ts';
import { countWords } from '../../../bot/matching/features/count-words.ts';
import { createFeatureReader } from '../../../bot/matching/features/create-feature-reader.ts';
import { readUnits } from '../../../bot/matching/normalise/read-units.ts';
import { simplify } from '../../../bot/matching/normalise/simplify.ts';

const edition = loadEdition('knowledge');
const reader = createFeatureReader(edition, countWords(edition.asked));
const read = (text: string) => readUnits(simplify(text), reader);
const forms = (text: string) =>
  read(text)
    .units.map((unit) => unit.form || unit.sound)
    .join('|');

describe('Simplifying', () => {
  it.each([
    ['養老保險怎麼轉', '养老保险怎么转'],
    ['ＳＨＥＢＡＯ　１２３３３', 'shebao 12333'],
    ['What IS it?', 'what is it?'],
    ['喺東莞做咗八年', '喺东莞做咗八年'],
  ])('reads %s as %s', (typed, plain) => expect(simplify(typed)).toBe(plain));
});

describe('Reading units', () => {
  it('reads a place as a class, in characters, in English and in pinyin', () => {
    expect(forms('在东莞打工')).toBe('在|P|打|工');
    expect(forms('working in Guangdong now')).toBe('working|in|P|now');
    expect(forms('wo zai dongguan shangban')).toBe('wo|zai|P|san|ban');
  });

  it('tells which region each place lies in', () => {
    expect(read('苏州去徐州').regions).toEqual(['jiangsu', 'jiangsu']);
    expect(read('我在东莞，老家河南').regions).toEqual(['guangdong', 'henan']);
  });

  it('reads digits and Chinese numerals alike', () => {
    expect(read('缴了十五年').numbers).toEqual(['15年']);
    expect(read('缴了15年').numbers).toEqual(['15年']);
    expect(forms('缴了十五年')).toBe(forms('缴了8年'));
  });

  it('keeps numbers that are part of a word', () => {
    expect(forms('一次性')).toBe('一|次|性');
    expect(forms('三方协议')).toBe('三|方|协|议');
  });

  it('keeps service numbers as they are and reads years as years', () => {
    expect(forms('打12333')).toBe('打|12333');
    expect(forms('2009年走的')).toBe('Y|年|走|的');
  });

  it.each([
    ['yanglao baoxian zhuan yi yao duojiu', 'pinyin'],
    ['shebaozenmezhuan', 'pinyin'],
    ['can i take my pension home', 'english'],
    ['can me take money when go home', 'english'],
    ['shebao 怎么 zhuan', 'pinyin'],
    ['用app能转吗', 'chinese'],
    ['社保怎么转', 'chinese'],
  ])('takes %s for %s', (text, script) => expect(read(text).script).toBe(script));

  it('splits pinyin without spaces where the words part', () => {
    expect(forms('shebaozhuanyi')).toBe('se|bao|zuan|yi');
  });

  it('ends a clause at punctuation', () => expect(forms('转吗？多久')).toBe('转|吗| |多|久'));
});
