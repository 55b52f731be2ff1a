import type { Host } from '../../preview/google/host';
import { done } from '../bench/workbook';
import { ENTRY_TABS, entriesIn, rowsIn } from './cells';

const DEALS = ['Deals', 'Archive'] as const;

/**
 * What is wrong with a workbook in which so many deals were made and so many weekly reports fell due. Nothing, when every deal
 * is in one row of Deals or Archive and every entry in one row of a tab; each deal in Proposal got its task and each won one its
 * payment, once; every mail went out, once; and a check of the whole workbook finds nothing.
 */
export function wrongIn(host: Host, made: number, reports: number): readonly string[] {
  const deals = DEALS.flatMap((tab) => rowsIn(host, tab).map(({ ID }) => String(ID)));
  const seqs = entriesIn(host).map(({ Seq }) => Number(Seq));
  const problems = [
    deals.length === made ? '' : `${made} deals, ${deals.length} rows`,
    isEachOnce(deals) ? '' : 'a deal has two rows',
    ENTRY_TABS.every((tab) => isEachOnce(rowsIn(host, tab).map(({ Seq }) => Seq)))
      ? ''
      : 'an entry stands twice',
    Math.max(...seqs) === seqs.length ? '' : 'an entry is lost',
    ...wrongFollowUps(host),
    ...wrongMails(host, reports),
    foundByCheck(host, seqs.length),
  ];
  return problems.filter((problem) => problem !== '');
}

/** Tasks and payments that the workbook makes by itself. */
function wrongFollowUps(host: Host): readonly string[] {
  const moves = entriesIn(host).filter(({ Kind }) => Kind === 'moved');
  const entered = (stage: string) => moves.filter(({ To }) => To === stage).length;
  return (
    [
      ['Tasks', entered('Proposal')],
      ['Payments', entered('Closed won')],
    ] as const
  ).flatMap(([tab, wanted]) => {
    const keys = rowsIn(host, tab).map(({ Key }) => String(Key));
    return [
      keys.length === wanted ? '' : `${wanted} ${tab} wanted, ${keys.length} made`,
      isEachOnce(keys) ? '' : `a row of ${tab} stands twice`,
    ];
  });
}

function wrongMails(host: Host, reports: number): readonly string[] {
  const sent = host.mails.map(({ to, subject, at }) => `${at.slice(0, 10)} ${to} ${subject}`);
  const toOwner = host.mails.filter(({ to }) => to === host.owner).length;
  const left = rowsIn(host, 'Outbox').filter(({ State }) => State !== 'Sent').length;
  return [
    isEachOnce(sent) ? '' : 'a mail went out twice',
    toOwner === reports ? '' : `${reports} reports fell due, the owner got ${toOwner}`,
    left === 0 ? '' : `${left} mails did not go out`,
  ];
}

function foundByCheck(host: Host, entries: number): string {
  done(host.menu(host.owner, 'sweep'));
  const more = entriesIn(host).length - entries;
  return more === 0 ? '' : `a check finds ${more} more entries`;
}

function isEachOnce(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
