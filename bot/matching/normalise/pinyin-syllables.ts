/**
 * The syllables of Mandarin without tones, ü written v as people type it; and how a character sounds.
 * One reading a character: a typing error by sound then always meets the right word, whatever its neighbours are.
 */
import { pinyin } from 'pinyin-pro';

/** All toneless syllables that the characters of Unicode's first Chinese block have (pinyin-pro 3.29). */
const ALL = `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen
ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu
cuan cui cun cuo da dai dan dang dao de den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng
er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha
hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong
jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le
lei leng li lia lian liang liao lie lin ling liu long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi
mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu
nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin
qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng
sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui
sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu
xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun
za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang
zhui zhun zhuo zi zong zou zu zuan zui zun zuo`;

export const SYLLABLES: ReadonlySet<string> = new Set(ALL.split(/\s+/));

/** Readings that stand in this field where the dictionary's first one is another. */
const OUR_READINGS: Readonly<Record<string, string>> = {
  调: 'diao',
  了: 'le',
  都: 'dou',
  嘅: 'ge',
  咗: 'zuo',
  唔: 'wu',
};

const readings = new Map<string, string>();

/** @param character one Chinese character @returns its syllable, or '' where it has none */
export function syllableOf(character: string): string {
  let syllable = readings.get(character);
  if (syllable === undefined) {
    const read = OUR_READINGS[character] ?? pinyin(character, { toneType: 'none', v: true });
    syllable = SYLLABLES.has(read) ? read : '';
    readings.set(character, syllable);
  }
  return syllable;
}

/** @param word Chinese characters @returns how they are read together (东莞 dong guan), undefined where one has no reading */
export function syllablesOfWord(word: string): string[] | undefined {
  const read = pinyin(word, { toneType: 'none', v: true, type: 'array' });
  return read.every((syllable) => SYLLABLES.has(syllable)) ? read : undefined;
}

/**
 * What a southern ear does not tell apart: zh/z, ch/c, sh/s, and -ng/-n after a, e, i. 教费, 缴费 and "jiaofei" meet
 * anyway; this lets 专以, 转移 and "zuanyi" meet too.
 */
export function soundKey(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/(?<=[aei])ng$/, 'n')
    .replace('v', 'u');
}
