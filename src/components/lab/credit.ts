import { pageHref } from '../../i18n/links.ts';
import type { SamplePicture } from '../../runtime/manifest.ts';
import type { Locale } from '../../state/locale.ts';
import { element } from './dom.ts';
import { licenceAddress } from './licence.ts';
import { labWords } from './words.ts';

/** What a photo's credit says, in the page's language but for the licence. */
export interface Credited {
  readonly file: string;
  readonly title: string;
  readonly author: string;
  readonly licence: string;
}

interface Part {
  readonly text: string;
  readonly address?: string | undefined;
}

type Known = Pick<SamplePicture, 'file' | 'title' | 'author' | 'authorInChinese' | 'licence'>;

export const creditedIn = ({ file, title, author, authorInChinese, licence }: Known, locale: Locale): Credited => ({
  file,
  title: title[locale],
  author: (locale === 'zh' ? authorInChinese : undefined) ?? author,
  licence,
});

/** A licence's short name, or that there is none. */
export const licenceText = (licence: string, locale: Locale): string =>
  licence === 'public domain' ? labWords[locale].publicDomain : licence;

/** The place of a photo on the page about the site, where all that is known of it stands. */
export const sourceId = (file: string): string => `photo-${file.replace(/\.\w+$/, '')}`;

/** The one line under a photo, wherever it is shown: whose it is, its licence, and where its source stands. */
export function creditParts({ file, title, author, licence }: Credited, locale: Locale): Part[] {
  const { credit } = labWords[locale];
  const [colon, comma, stop] = locale === 'zh' ? ['：', '，', '。'] : [': ', ', ', '. '];
  return [
    { text: `${credit.photo}${colon}${title}${comma}${author}${comma}` },
    { text: licenceText(licence, locale), address: licenceAddress(licence) },
    { text: stop },
    { text: credit.source, address: `${pageHref(locale, 'about/')}#${sourceId(file)}` },
  ];
}

/** The same for the page that is live. */
export const creditNodes = (credited: Credited, locale: Locale): (Node | string)[] =>
  creditParts(credited, locale).map(({ text, address }) =>
    address ? Object.assign(element('a', '', text), { href: address }) : text,
  );
