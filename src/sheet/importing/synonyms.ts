import { STANDARD_FIELDS, type StandardField } from '../../domain/fact';
import { PROGRAM_COLUMNS, TAB_WORDS } from '../../words/tabs';

/** What a header may stand for: a Deals column, or something that only an import knows. */
export type HeaderMeaning =
  | StandardField
  | 'id'
  | 'created'
  | 'closed'
  | 'since'
  | 'outcome'
  | 'program';

/** What a header of a history file may stand for. */
export type HistoryMeaning = 'deal' | 'stage' | 'from' | 'at' | 'by' | 'field' | 'left';

/** What follows in a longer header tells nothing more. */
const MOST_HEADER = 200;

/**
 * A header as it is compared: width, case, underscores, camelCase, units in brackets do not count.
 * `headerText('Close_Date (UTC)') //=> 'close date'`
 */
export function headerText(header: string): string {
  return header
    .slice(0, MOST_HEADER)
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, ' ')
    .replace(/([a-z0-9])([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z])([A-Z]+)$/, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-./\\:;,#*?!'"%$€£¥]+/g, ' ')
    .trim()
    .replace(/ in (?:thousands?|millions?|k|[a-z]{3})$/, '');
}

/** Usual headers, the likeliest first, in both languages; commas part them, without spaces: each would be a byte of the import page. */
const USUAL: Readonly<Record<HeaderMeaning, string>> = {
  id: `id,deal id,opportunity id,opp id,case id,record id,lead id,mql id,deal number,deal no,
opportunity number,opportunity no,商机编号,商机id,编号,case number,record number,external id,deal key,key,uuid,guid,ref,
reference,number,no,opportunityid,dealid,recordid,project id,quote id,quote number,pk,hs object id,
项目编号,线索编号,机会编号,商机号,单号,商机编码,编码,项目号,序号,记录id`,
  deal: `deal,deal name,opportunity name,opportunity,deal title,opp name,opp,project name,project,name,
title,subject,topic,dealname,商机,商机名称,机会名称,项目名称,商机标题,项目,名称,标题,主题,销售机会`,
  customer: `customer,account,account name,company,company name,customer name,client,client name,
organization,organisation,organization name,organisation name,associated company,buyer,prospect,
business,firm,客户,客户名称,公司,公司名称,客户公司,企业名称,单位名称,单位,企业,客户名,最终用户`,
  contact: `contact,contact name,contact person,primary contact,person,associated contact,full name,
联系人,联系人姓名,客户联系人,主要联系人,对接人`,
  email:
    'email,e mail,email address,contact email,mail,邮箱,电子邮箱,邮件,邮箱地址,电子邮件,联系邮箱',
  phone: `phone,phone number,mobile,mobile phone,telephone,tel,cell,contact phone,电话,手机,联系电话,
手机号,手机号码,电话号码,联系方式`,
  product: `product,product name,products,product line,item,solution,sku,service,产品,产品名称,意向产品,
商品,产品线,产品型号,解决方案`,
  owner: `owner,deal owner,opportunity owner,sales rep,sales representative,rep,salesperson,sales person,
sales agent,agent,account executive,ae,account manager,record owner,assigned to,assignee,assigned user,
responsible,responsible person,seller,user,sr id,owner name,sales owner,rep name,sales,
负责人,销售负责人,商机负责人,销售,销售人员,业务员,销售代表,所有人,商机所有人,跟进人,客户经理,归属人,责任人,销售员,
业务负责人,销售经理,项目经理`,
  amount: `amount,deal amount,opportunity amount,deal value,value,close value,closed value,opportunity value,
expected amount,expected value,expected revenue,contract value,contract amount,total amount,total value,
sales amount,deal size,revenue,potential,acv,tcv,arr,mrr,total,price,won amount,quote amount,sum,
amount in company currency,estimated value,est value,金额,商机金额,预计金额,预计销售金额,预计成交金额,合同金额,
销售金额,成交金额,预估金额,签约金额,订单金额,总金额,项目金额,合同额,成交额,销售额,预算金额,报价金额,报价`,
  currency: 'currency,currency code,deal currency,curr,iso currency,币种,货币,币别,货币代码',
  stage: `stage,deal stage,sales stage,pipeline stage,opportunity stage,stage name,current stage,dealstage,
phase,sales phase,step,pipeline step,lifecycle stage,status,deal status,opportunity status,lead status,
sales status,state,progress,阶段,商机阶段,销售阶段,当前阶段,项目阶段,跟进阶段,阶段名称,销售流程阶段,状态,商机状态,
项目状态,跟进状态,进展,进度,项目进展`,
  closeDate: `close date,expected close date,expected close,expected closing date,expected closing,estimated close date,
estimated close,est close date,est close,forecast close date,forecast date,target close date,target close,
exp close date,exp close,exp closing date,est closing date,est closing,projected close date,projected close,
planned close date,closing date,anticipated close,due date,预计成交日期,预计成交时间,预计结单日期,预计签单日期,预计签约日期,
预计关闭日期,预计完成日期,结单日期,预计赢单日期,预计签约时间,预计结单时间`,
  closed: `closed,closed date,closed at,closed on,date closed,actual close date,actual close,close time,closed time,
actual closing date,end date,
completion date,decision date,ended,finished,resolved,成交日期,成交时间,关闭日期,关闭时间,实际成交日期,
实际关闭日期,结束日期,结束时间,签约日期,签单日期,签约时间,实际结单日期,完成日期`,
  created: `created,created at,created date,created on,create date,creation date,creation time,created time,date created,
create time,createdate,date added,added on,add time,added,open date,opened,opened on,opened at,start date,started,
date opened,first contact date,first contact,lead date,lead created,inquiry date,enquiry date,application date,
entry date,registered,registration date,received,received date,date received,date,inserted at,
创建日期,创建时间,录入日期,录入时间,建立日期,建立时间,立项日期,登记日期,登记时间,首次接触日期,首次联系日期,新建时间,新建日期,添加时间,
获取日期,获取时间,开始日期,日期,生成时间,商机创建时间,商机创建日期,线索日期`,
  since: `stage since,last stage change,last stage change date,stage changed,stage change date,stage date,stage entered,
stage entered date,date entered stage,date entered current stage,entered stage,in stage since,stage updated,
stage start date,status date,status since,last status change,进入阶段日期,阶段变更时间,阶段变更日期,进入阶段时间,进入当前阶段日期,
进入当前阶段时间,阶段更新时间,阶段开始日期,最近阶段变更时间`,
  outcome: `outcome,deal outcome,result,won lost,won or lost,win loss,win lost,is won,won,closed won,final status,
deal result,结果,商机结果,赢输,输赢,是否赢单,是否成交,是否中标,成交结果,赢单状态,结单结果,项目结果`,
  nextStep: `next step,next steps,next action,next activity,to do,下一步,下一步计划,下步行动,后续计划,下一步行动,下步计划,待办`,
  nextStepDate: `next step date,next action date,next activity date,follow up date,next follow up,next follow up date,
next contact date,followup date,下一步日期,下一步时间,下次跟进时间,下次跟进日期,下次联系时间,下次联系日期,跟进日期,下次拜访日期`,
  source: `source,lead source,deal source,opportunity source,origin,channel,lead origin,original source,
marketing channel,acquisition channel,来源,线索来源,客户来源,商机来源,渠道,来源渠道,获客渠道`,
  winChance: `win chance,probability,win probability,deal probability,close probability,chance,likelihood,prob,
win rate,probability to close,赢单概率,成交概率,概率,赢率,可能性,成功率,赢单率,成交可能性,把握度,赢单可能性`,
  category: 'forecast category,category,forecast,预测类别,预测分类,预测类型',
  lostReason: `lost reason,loss reason,reason lost,reason for loss,closed lost reason,reason,lost because,close reason,
输单原因,丢单原因,失败原因,输单理由,战败原因,流失原因,未成交原因,关闭原因`,
  lostNote:
    'lost note,lost notes,loss note,loss notes,loss details,输单说明,输单备注,丢单说明,输单详情',
  revisitOn: 'revisit on,revisit date,revisit,回访日期,回访时间,唤醒日期',
  cause: 'cause,stall cause,reason stalled,停滞原因',
  plan: 'plan,推进计划',
  planDue: 'plan due,plan due date,计划完成日期',
  program: '',
};

const USUAL_HISTORY: Readonly<Record<HistoryMeaning, string>> = {
  deal: '',
  stage: `stage,to stage,to,new stage,stage name,new value,stage to,entered stage,deal stage,to status,new status,
status,phase,activity,event,state,next stage,target stage,current stage,阶段,新阶段,进入阶段,变更后,变更后阶段,目标阶段,
到,至,阶段名称,状态,新状态,更改后阶段,现阶段`,
  from: `from,from stage,old stage,previous stage,old value,stage from,from status,prior stage,old status,previous,
last stage,原阶段,变更前,变更前阶段,旧阶段,从,上一阶段,来源阶段,原状态,更改前阶段`,
  at: `entered,at,entered at,entered on,entered date,date entered,enter date,changed,changed at,changed on,change date,
changed date,timestamp,time,date,datetime,when,on,modified,modified at,modified on,last modified,last modified date,
modified date,created,created at,created date,created on,stage date,stage entered,event time,start,started,start date,
start time,start timestamp,complete timestamp,since,edit date,stage change date,moved at,moved on,transition date,
时间,日期,变更时间,变更日期,进入时间,进入日期,更新时间,修改时间,修改日期,操作时间,发生时间,开始时间,开始日期,更新日期,操作日期`,
  by: `by,changed by,modified by,user,edited by,last modified by,created by,moved by,actor,author,resource,owner,agent,
操作人,修改人,变更人,更新人,操作者,处理人`,
  field: `field,field name,changed field,field changed,property,property name,attribute,field event,字段,字段名,变更字段,
修改字段,属性`,
  left: `left,left at,left on,exited,exited at,exit date,date exited,end,ended,end date,end time,until,to date,duration,
days in stage,离开时间,离开日期,结束时间,结束日期,停留天数,停留时间`,
};

function listed(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '');
}

/** Headers by comparison text: the meanings they may have, each with its weight (1 is the surest). */
export type Dictionary<M extends string> = ReadonlyMap<string, ReadonlyMap<M, number>>;

function dictionary<M extends string>(
  usual: Readonly<Record<M, string>>,
): Map<string, Map<M, number>> {
  const found = new Map<string, Map<M, number>>();
  for (const meaning of Object.keys(usual) as M[]) {
    listed(usual[meaning]).forEach((word, i, all) => {
      add(found, word, meaning, 1 - (0.3 * i) / all.length);
    });
  }
  return found;
}

function add<M extends string>(
  to: Map<string, Map<M, number>>,
  word: string,
  meaning: M,
  weight: number,
): void {
  const meanings = to.get(word) ?? new Map<M, number>();
  meanings.set(meaning, Math.max(weight, meanings.get(meaning) ?? 0));
  to.set(word, meanings);
}

/** Our own headers, so that an export of Sluice comes back whole, are surest of all. */
function withOwnHeaders(): Dictionary<HeaderMeaning> {
  const found = dictionary(USUAL);
  const programMeaning = (column: string): HeaderMeaning =>
    column === 'id'
      ? 'id'
      : column === 'created'
        ? 'created'
        : column === 'stageSince'
          ? 'since'
          : 'program';
  for (const words of Object.values(TAB_WORDS)) {
    const headings = words.headings.deals;
    for (const field of STANDARD_FIELDS) add(found, headerText(headings[field]), field, 1.1);
    for (const column of PROGRAM_COLUMNS) {
      add(found, headerText(headings[column]), programMeaning(column), 1.1);
    }
  }
  return found;
}

let dealWords: Dictionary<HeaderMeaning> | null = null;
let historyWords: Dictionary<HistoryMeaning> | null = null;

/** Headers of deals files. Made when first asked for: the script loads on each edit, and few edits import. */
export function dealHeaders(): Dictionary<HeaderMeaning> {
  dealWords ??= withOwnHeaders();
  return dealWords;
}

/** Headers of history files. */
export function historyHeaders(): Dictionary<HistoryMeaning> {
  historyWords ??= dictionary(USUAL_HISTORY);
  return historyWords;
}

/** Words around a stage's name in the header of a date column: "Date entered Proposal", "进入方案日期". */
const DATE_WORDS =
  /\b(date|day|time|timestamp|on|at|of|entered|entry|enter|into|stage|sent|reached|became|moved|to|when|start|started)\b|进入|日期|时间|阶段|到达/g;

/** What is left of a date column's header when the words for "date of entering" are gone. */
export function withoutDateWords(header: string): string {
  return headerText(header).replace(DATE_WORDS, ' ').replace(/\s+/g, ' ').trim();
}

/** Whether a row of a history that holds changes of many fields is about the stage. */
export function isStageField(field: string): boolean {
  return /\b(?:stage|status|phase)\b|阶段|状态/.test(headerText(field));
}
