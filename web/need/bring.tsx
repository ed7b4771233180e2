// Bring counts: drop or choose files, paste a text, name an address; see what would change before anything is written; have addresses
// asked by themselves.

import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../../src/client/client.ts';
import { useDrop } from '../intake/use-drop.ts';
import { useMay } from '../shared/may.ts';
import { ReadsOnly } from '../shared/not-yours.tsx';
import { useSeconds } from '../shared/queries.ts';
import { AskedInVain, Refused } from '../shared/refused.tsx';
import { Sign } from '../shared/signs.tsx';
import { CountsPreview } from './counts-preview.tsx';
import { Feeds } from './feeds.tsx';
import { FORMATS, type Format } from './format-of.ts';
import { useNeed } from './scene.ts';
import { useCountsFile, type CountsFile } from './use-counts-file.ts';

export function Bring(): ReactElement {
  const { t } = useTranslation();
  const may = useMay();
  const counts = useCountsFile();
  const isOver = useDrop((file) => void counts.takeFiles([file]));
  return (
    <div className="floor bring">
      <ReadsOnly unless={['fact.count']} />
      {may('fact.count') && (
        <section aria-labelledby="bring-title">
          {isOver && <p className="drop-here">{t('need.bring.dropHere')}</p>}
          <h2 className="head" id="bring-title">
            {t('need.bring.title')}
            <span>{t('need.bring.nothingWritten')}</span>
          </h2>
          {counts.name === null ? <Ways counts={counts} /> : <Brought counts={counts} />}
        </section>
      )}
      <Feeds />
    </div>
  );
}

function Ways({ counts }: { readonly counts: CountsFile }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <div className="bring-ways">
      <label className="zone">
        <Sign name="paper" size={28} />
        <b>{t('need.bring.drop')}</b>
        <span>{t('need.bring.kinds')}</span>
        <input type="file" className="file" multiple accept=".csv,.tsv,.txt,.xlsx,.xlsm" onChange={(event) => void counts.takeFiles([...(event.target.files ?? [])])} />
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          counts.takeText(text);
        }}
      >
        <label htmlFor={`${id}-text`}>{t('need.bring.paste')}</label>
        <textarea id={`${id}-text`} className="choice" rows={5} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} />
        <button type="submit" className="key" disabled={text.trim() === ''}>
          {t('need.bring.readIt')}
        </button>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const url = new FormData(event.currentTarget).get('url');
          if (typeof url === 'string') counts.takeUrl(url.trim());
        }}
      >
        <label htmlFor={`${id}-url`}>{t('need.bring.url')}</label>
        <input id={`${id}-url`} name="url" type="url" className="choice" required placeholder="https://" />
        <button type="submit" className="key">
          {t('need.bring.fetchIt')}
        </button>
      </form>
    </div>
  );
}

function Brought({ counts }: { readonly counts: CountsFile }): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const [failure, setFailure] = useState<ClientFailure | null>(null);
  const { read, accepted, accepting, wantsSeries } = counts;
  return (
    <>
      <div className="filters">
        <b>{counts.name === '' ? t('need.bring.pasted') : counts.name}</b>
        <FormatChoice format={counts.format} onChoose={(format) => counts.say({ format })} />
        {counts.format === 'sheet' && <Whose counts={counts} />}
        <button type="button" className="verb" onClick={counts.drop}>
          {t('need.bring.another')}
        </button>
      </div>
      {wantsSeries && <p>{t('need.bring.whose')}</p>}
      {!wantsSeries && accepted === null && <Reading counts={counts} />}
      {accepted !== null && (
        <p className="done" role="status">
          {accepted.facts === 0 ? t('need.bring.nothingNew') : t('need.bring.written', { facts: figures.count(accepted.facts), new: figures.count(accepted.figures.new), revised: figures.count(accepted.figures.revised) })}
        </p>
      )}
      {accepted === null && read.data !== undefined && !wantsSeries && read.error === null && (
        <>
          <div className="accept">
            <button type="button" className="go" disabled={!read.data.isReady || read.isPlaceholderData || accepting} onClick={() => void counts.accept().then(setFailure)}>
              {t(accepting ? 'need.bring.accepting' : 'need.bring.accept')}
            </button>
            {!read.data.isReady && <span className="quiet">{t('need.bring.untilThen')}</span>}
            {failure !== null && <Refused failure={failure} />}
          </div>
          <CountsPreview preview={read.data} counts={counts} />
        </>
      )}
    </>
  );
}

export function FormatChoice({ format, onChoose }: { readonly format: Format; readonly onChoose: (format: Format) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <label>
      {t('need.bring.format')}{' '}
      <select className="choice" value={format} onChange={(event) => onChoose(FORMATS.find((it) => it === event.currentTarget.value) ?? 'sheet')}>
        {FORMATS.map((it) => (
          <option key={it} value={it}>
            {t(`need.bring.formats.${it}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Asked once it is written, so that half a name is not looked up. */
function Whose({ counts }: { readonly counts: CountsFile }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <label>
        {t('need.bring.series')} <input className="choice" defaultValue={counts.series} placeholder="sante-publique" onBlur={(event) => counts.say({ series: event.target.value.trim() })} onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()} />
      </label>
      <label>
        {t('need.bring.sourceTitle')} <input className="choice" defaultValue={counts.title} onBlur={(event) => counts.say({ title: event.target.value.trim() })} onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()} />
      </label>
    </>
  );
}

/** Nothing is said in the first second; then how long it has been. What cannot be read says why, row by row. */
function Reading({ counts: { read } }: { readonly counts: CountsFile }): ReactElement {
  const { t } = useTranslation();
  const seconds = useSeconds(read.isFetching);
  if (read.error !== null && !read.isFetching) return <AskedInVain error={read.error} />;
  return (
    <p className="progress" role="status">
      {read.isFetching && seconds >= 1 && t('need.bring.progress', { n: seconds })}
    </p>
  );
}
