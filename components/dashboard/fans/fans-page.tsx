import './fans.css';
import type { Settings } from '../../../utils/domain/settings.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { useAddressState } from '../use-address-state.ts';
import type { Route } from '../use-route.ts';
import { FanList, type FanListProps } from './fan-list.tsx';
import { LevelsPanel } from './levels-panel.tsx';
import { fansHash, fanTabs, readFans } from './page-state.ts';
import { ThanksSource, useThanks } from './thanks.tsx';
import { FansWords, useT } from './words.tsx';

/** `#/fans`: whom to thank, everybody with a level, who went quiet, and what the levels are. */
export function FansPage({ route, settings }: { route: Route; settings: Settings }) {
  return (
    <FansWords market={settings.market}>
      <Fans route={route} settings={settings} />
    </FansWords>
  );
}

/** Only who is to be thanked needs what thank-yous are made of. */
const List = (props: Omit<FanListProps, 'thanks'>) =>
  props.tab === 'thank' ? <ThankList {...props} /> : <FanList {...props} thanks={null} />;

function ThankList(props: Omit<FanListProps, 'thanks'>) {
  const thanks = useThanks();
  return (
    <FanList {...props} thanks={thanks ?? null}>
      <ThanksSource thanks={thanks} />
    </FanList>
  );
}

function Fans({ route, settings }: { route: Route; settings: Settings }) {
  const t = useT();
  const [state, change] = useAddressState(route, readFans, fansHash);
  return (
    <>
      <h1>{t('nav_fans')}</h1>
      <p class="soft">{t('fans_words')}</p>
      <p>
        <a href="#/spam">{t('fans_to_spam')}</a>
      </p>
      <Tabs
        label={t('fans_views')}
        value={state.tab}
        tabs={fanTabs.map((value) => ({ value, label: t(`fans_tab_${value}`) }))}
        panelId="fans-panel"
        onChange={(tab) => change({ ...state, tab })}
      />
      <div id="fans-panel" role="tabpanel" aria-label={t(`fans_tab_${state.tab}`)} class="fans-panel">
        {state.tab === 'levels' ? (
          <LevelsPanel settings={settings} />
        ) : (
          <List
            key={state.tab}
            tab={state.tab}
            show={state.show}
            settings={settings}
            onShow={(show) => change({ ...state, show })}
          />
        )}
      </div>
    </>
  );
}
