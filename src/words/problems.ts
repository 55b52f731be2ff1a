import type { Language } from './language';

export interface ProblemWords {
  readonly problem: string;
  /** What to do about it. */
  readonly todo: string;
}

/** Problem and advice; {0} is what was typed or named, {1} the column, {2} more. */
type Told = readonly [problem: string, todo: string];

const EN = {
  // Headers and cells
  missingTab: [
    'The tab "{0}" is not there',
    'Choose Set up in the Pipeline menu: it makes the tab again.',
  ],
  noHeaders: [
    'No headers were found in the first five rows',
    'Put the headers back, or choose Set up in the Pipeline menu.',
  ],
  missingHeader: [
    'The column "{0}" is not there',
    'Add a column with this header, or choose Set up in the Pipeline menu.',
  ],
  duplicateHeader: [
    'There are two columns called "{0}"',
    'Rename one of them: only the first is read.',
  ],
  mergedCells: [
    'The cells {0} are merged, and only the first of them holds anything',
    'Take them apart (Format > Merge cells > Unmerge), and fill in each row. Until then each deal keeps its stage.',
  ],
  errorValue: ['{1} holds the error {0}', 'Mend the formula, or type the value.'],
  unreadableAmount: [
    '{1} says "{0}", which is not clearly an amount',
    'Type a number, such as 12000.',
  ],
  unreadableDate: [
    '{1} says "{0}", which is not clearly a day',
    'Type a date, such as 2026-03-05.',
  ],
  unreadableChance: ['{1} says "{0}", which is not a chance', 'Type a percentage from 0% to 100%.'],
  unreadableCurrency: ['"{0}" is not a known currency', 'Type its three letters, such as USD.'],
  unreadableLimit: [
    '{1} says "{0}", which is not a number of days',
    'Type a number above 0, or leave it empty to learn it.',
  ],
  unreadableRate: ['"{0}" is not a rate for {2}', 'Type a number above 0.'],
  unreadableAddress: [
    '"{0}" is not one mail address',
    'Type one address, such as ann@example.com.',
  ],
  currenciesDiffer: [
    'The amount "{0}" names another currency than the Currency column',
    'Make them agree: the Currency column counts.',
  ],
  unknownCategory: ['There is no category "{0}"', 'Choose one from the list, or leave it empty.'],
  unknownStage: ['There is no stage "{0}"', 'Choose a stage from the Stages tab.'],
  criterionOfRetired: [
    'The stage "{0}" is no longer in use, so this criterion asks for nothing',
    'Delete the criterion, or bring the stage back in the Stages tab.',
  ],
  unknownPipeline: [
    'There is no pipeline "{0}"',
    'Choose one from the Pipeline column of the Stages tab.',
  ],
  stageWithoutPipeline: [
    'This stage names no pipeline',
    'Name one in the Pipeline column. Until then it counts as a stage of "{2}".',
  ],
  unknownKind: [
    'There is no kind of stage "{0}"',
    'Choose Open, Won, Lost or Nurture. Until then it counts as Open.',
  ],
  unknownSide: ['"{0}" does not say when the row applies', 'Choose Entering or Leaving.'],
  unknownMust: [
    '"{0}" is not something a field can be checked for',
    'Choose from the list in this column.',
  ],
  unknownRole: [
    'There is no role "{0}"',
    'Choose Rep, Manager or Admin. Until then it counts as Rep.',
  ],
  unknownLanguage: ['"{0}" is not a language that Sluice speaks', 'Choose English or 中文.'],
  unknownYesNo: ['"{0}" is neither Yes nor No', 'Choose Yes or No.'],
  unknownRhythm: ['"{0}" is not a rhythm', 'Choose one from the list.'],
  unknownWeekday: ['"{0}" is not a day of the week', 'Choose one from the list.'],
  unknownTimeZone: [
    '"{0}" is not a time zone',
    'Type one such as Asia/Shanghai or America/New_York, or leave it empty for the one of this spreadsheet.',
  ],
  unknownSetting: [
    'There is no setting "{0}"',
    'Compare it with the list in the guide, or delete the row.',
  ],
  noPipelineForSetting: [
    'There is no pipeline "{2}"',
    'Name one of the Pipeline column of the Stages tab, or delete the row.',
  ],
  duplicateSetting: [
    'The setting "{0}" is there twice',
    'Delete one of the rows: the first one counts.',
  ],
  settingNotWhole: [
    '"{0}" does not fit this setting',
    'Type a whole number as the text beside it says.',
  ],
  unknownStart: ['There is no stage "{2}"', 'Name stages of the Stages tab, separated by ";".'],
  unreadableMailTo: [
    '"{2}" is neither an address nor a domain',
    'Type such as ann@example.com or example.com, separated by ";".',
  ],
  startNotOpen: ['New deals cannot start in "{2}"', 'Name open stages only.'],
  valueMissing: ['The value is missing', 'Type what the field is compared with.'],
  // Stages
  stageNameTooLong: [
    'The name of the stage "{0}" has more than 200 characters',
    'Give it a shorter one: until then no deal can be in it.',
  ],
  stageWithoutName: [
    'This stage has no name',
    'Type its name, or delete the row. Of merged cells only the first row has one: take them apart.',
  ],
  duplicateStage: [
    'There are two stages called "{0}"',
    'Rename one of them: this row is not used.',
  ],
  secondWon: [
    '"{2}" is a second Won stage',
    'Make one of them another kind. Until then deals in both count as won.',
  ],
  noFormTab: [
    'There is no tab "{0}" to take form responses from',
    'Type the name of the tab in Settings as it stands on the tab, or leave the setting empty.',
  ],
  stageRetired: [
    'The stage "{1}" is no longer in use, and deals are in it: {0}',
    'Choose Retire a stage in the Pipeline menu to say where they go, or bring the stage back.',
  ],
  noOpenStage: [
    'There is no open stage',
    'Add a stage of the kind Open: without one no deal can start.',
  ],
  noWonStage: [
    'There is no Won stage',
    'Add a stage of the kind Won: without one no deal can be won.',
  ],
  noLostStage: [
    'There is no Lost stage',
    'Add a stage of the kind Lost: without one no deal can be lost.',
  ],
  noOpenStageIn: [
    'The pipeline "{0}" has no open stage',
    'Add a stage of the kind Open that names it, or take its name out.',
  ],
  noWonStageIn: [
    'No deal of the pipeline "{0}" can be won',
    'Add a stage of the kind Won that names it, or one that names no pipeline and serves all.',
  ],
  noLostStageIn: [
    'No deal of the pipeline "{0}" can be lost',
    'Add a stage of the kind Lost that names it, or one that names no pipeline and serves all.',
  ],
  // Gates
  stageMissing: [
    'No stage is named',
    'Choose one from the list. Of merged cells only the first row has one: take them apart.',
  ],
  fieldMissing: ['The column to check is missing', 'Choose a column of Deals.'],
  unknownField: [
    'Deals has no column "{0}"',
    'Add this column to Deals, or choose another. Until then this row holds nothing.',
  ],
  programField: ['"{0}" is kept by the program', 'Choose a column that people fill in.'],
  fieldAgainstItself: ['"{0}" is compared with itself', 'Choose another column.'],
  mustDoesNotFit: [
    '"{0}" can never be true of this column',
    'Choose something that fits what the column holds.',
  ],
  valueNotNumber: ['"{0}" is not a number', 'Type a number, such as 10000.'],
  valueNotDay: ['"{0}" is not a day', 'Type a date, such as 2026-03-05.'],
  valueNotDays: [
    '"{0}" is not a number of days',
    'Type days such as +7, or leave it empty for today.',
  ],
  valueNotField: ['"{0}" is not a column with days', 'Choose a date column of Deals.'],
  valueNotUsed: [
    'The value "{0}" is not used',
    'Clear it, or choose something in Must that takes a value.',
  ],
  contradiction: [
    'No deal can meet both this row and one above it',
    'Change one of them. Until then this row holds nothing.',
  ],
  // Team
  memberWithoutName: ['This person has no name', 'Type a name or an address.'],
  memberWithoutAddress: [
    '{2} has no address',
    'Type it: without one, no reports are sent to this person.',
  ],
  duplicateMember: ['"{0}" is on the Team twice', 'Delete one of the rows: the first one counts.'],
  // Deals
  duplicateId: [
    'Rows {2} have the same ID',
    'Keep the row that is right. A copied row becomes a deal of its own at the next sweep.',
  ],
  missingId: [
    'This deal has no ID yet',
    'Choose Check the whole workbook in the Pipeline menu: it gets one.',
  ],
  ownerNotOnTeam: [
    '"{0}" is not on the Team',
    'Add them to the Team tab, or choose another owner.',
  ],
  stageDisagrees: [
    'The Stage cell says "{0}", but "{2}" is the last stage that passed its gate',
    'Choose Check the whole workbook in the Pipeline menu.',
  ],
  changeNotNoted: [
    '{1} says "{0}", which the ledger does not know yet',
    'Choose Check the whole workbook in the Pipeline menu.',
  ],
  dealNotNoted: [
    'The ledger does not know the deal "{0}"',
    'Choose Check the whole workbook in the Pipeline menu.',
  ],
  blockDisagrees: [
    'The columns of the program say "{0}", the ledger says "{2}"',
    'Choose Check the whole workbook in the Pipeline menu: it writes them anew.',
  ],
  dealGone: [
    'No row shows the deal {0} any more; by the ledger it is in "{2}"',
    'Bring its row back (Edit > Undo), or choose Check the whole workbook: the ledger then says that it is deleted.',
  ],
  choicesLost: [
    'Cells of {1} that offer no list of stages any more: {0}',
    'Choose Repair what Health lists in the Pipeline menu.',
  ],
  belowGate: [
    '"{0}" stands in "{1}" without what its gates ask: {2}',
    'Fill it in, or move the deal back.',
  ],
  negativeAmount: [
    'The amount {0} is below zero',
    'Type what the customer is to pay: until then it lowers every total.',
  ],
  farCloseDate: [
    'The close date {0} is more than ten years away',
    'Type the day on which you expect to close the deal, or leave it empty.',
  ],
  createdLate: [
    'The file says that "{0}" was created on {1}, but it came to "{2}" on {3}',
    'Its day of creation counts as unknown: it is left out of the sales cycle and of deals by creation, and counts everywhere else. If you know the day, delete the row, correct the file, and import the deal under another ID.',
  ],
  noRate: [
    'There is no rate for {0}',
    'Add the row "Rate: {0}" to Settings: until then its amounts are in no total.',
  ],
  openWithoutAmount: [
    'Deals in Best case or Commit without an amount: {0}, the first is "{1}"',
    'Type what each is worth: until then it counts as 0 in the months of Forecast. Earlier deals may do without.',
  ],
  wonWithoutAmount: [
    'Won deals without an amount: {0}, the first is "{1}"',
    'Type what each customer pays: until then it counts as 0 in everything that was won.',
  ],
  // Ledger, activities, mail
  archivedEntriesGone: [
    '{0} archived entries are not there any more: figures lack them',
    'Undo the deletion, or copy the rows back from File > Version history. A lost header row is enough to hide them all.',
  ],
  unreadableEntry: [
    '{1} says "{0}": this entry cannot be read',
    'Undo the change in the version history: the entry is not counted.',
  ],
  ledgerChanged: [
    'The entry {0} was changed by hand, or one before it is gone',
    'Compare with the version history. Figures use what is here now.',
  ],
  activityWithoutDeal: ['This activity names no deal', 'Type the ID of its deal.'],
  // Automations, templates, tasks, payments
  unknownEvent: [
    'There is no event "{0}"',
    'Choose one from the list: until then the row does nothing.',
  ],
  unknownAction: ['"{0}" is nothing that an automation does', 'Choose Task, Mail or Next step.'],
  eventWithoutStage: ['The row does not say which stage', 'Choose the stage that deals enter.'],
  automationWithoutText: [
    'The row does not say what is to be done',
    'Write the task or the next step in Text.',
  ],
  unknownTemplate: [
    'There is no template "{0}"',
    'Choose one from the Templates tab: until then no mail is made.',
  ],
  unknownRecipient: [
    '"{0}" is nobody on the Team tab',
    'Choose Owner, Manager or Contact, or a name from the Team tab.',
  ],
  contactGetsMailOnly: ['A customer gets no tasks', 'Choose Owner or Manager, or make it a mail.'],
  afterDaysNotWhole: ['"{0}" is not a number of days', 'Type a whole number from 0 to 366.'],
  templateWithoutName: [
    'This template has no name',
    'Give it one: automations choose it by its name.',
  ],
  templateTwice: ['There are two templates "{0}"', 'Rename one: only the first is used.'],
  templateEmpty: [
    'The template "{0}" has no subject or no body',
    'Write both: until then it is not sent.',
  ],
  templateTooLong: ['The template "{0}" is too long to send', 'Shorten it to 20,000 characters.'],
  unknownPlaceholder: [
    'There is no column "{2}" in Deals to fill in',
    'Mend the name between the braces: until then no such mail is made.',
  ],
  unreadablePlan: [
    '"{0}" is not a payment plan',
    'Type shares that make 100, such as 30/60/10, or 30@0/60@45/10@90.',
  ],
  taskWithoutText: ['This task does not say what is to be done', 'Write it in the first column.'],
  unknownTaskState: [
    'There is no state "{0}"',
    'Choose Open, Done or Cancelled: it counts as Open.',
  ],
  paymentWithoutDeal: ['This payment belongs to no deal', 'Fill in the ID of its deal.'],
  paymentOfUnknownDeal: ['There is no deal "{0}"', 'Fill in the ID of a deal in Deals.'],
  paymentNotWon: ['This deal is not won', 'Nothing is due: win the deal, or delete the row.'],
  paymentsDiffer: [
    'The payments of this deal make {0}, but it was won for {2}',
    'Change an amount, or add the missing payment.',
  ],
  mailWithoutKey: ['This mail has lost its key', 'Delete the row: it is not sent.'],
  mailWithoutAddress: ['This mail has no address', 'Type one, or delete the row: it is not sent.'],
  mailsToApprove: [
    'Mails to customers that wait for approval: {0}',
    'Read each in the Outbox, then set its state to Waiting or to Cancelled.',
  ],
  mailsFailed: [
    'Mails that could not be sent: {0}',
    'Reason says why. Set the state to Waiting when it is mended, or to Cancelled.',
  ],
  mailsMaybeSent: [
    'Mails that may or may not have been sent: {0}',
    'Ask the reader, then set the state to Sent, or to Waiting to send it again.',
  ],
  mailsWithoutState: [
    'Mails whose state says nothing: {0}',
    'They are not sent. Choose Waiting to send them, or Cancelled.',
  ],
  unknownMailState: ['"{0}" is not a state of a mail', 'Choose Waiting to send it, or Cancelled.'],
  // What cannot have happened as the ledger tells it
  'ledger.duplicate': [
    'Two entries of the deal {0} have the number {1}',
    'Compare with the version history: the later row counts as the later event.',
  ],
  'ledger.timeBackwards': [
    'Entry {1} of the deal {0} is dated before the one before it',
    'It is taken to have happened right after that one.',
  ],
  'ledger.unknownStage': [
    'Entry {1} of the deal {0} names "{2}", which is no stage',
    'Add "{2}" to Stages, or rename the stage that it was.',
  ],
  'ledger.notCreated': [
    'The first entries of the deal {0} are missing',
    'Its history is counted from entry {1} on.',
  ],
  'ledger.createdAgain': [
    'The deal {0} is created again by entry {1}',
    'It is counted as going on.',
  ],
  'ledger.fromElsewhere': [
    'Entry {1} leaves "{2}", where the deal {0} was not',
    'An entry between is missing: the time between is not counted.',
  ],
  'ledger.afterDeletion': [
    'The deal {0} was deleted before entry {1}',
    'The entry is counted as if the deal had come back.',
  ],
} as const satisfies Readonly<Record<string, Told>>;

export type ProblemCode = keyof typeof EN;

const ZH: Readonly<Record<ProblemCode, Told>> = {
  missingTab: ['缺少工作表“{0}”', '在“销售管道”菜单中选择“初始化”即可重新建立。'],
  noHeaders: ['前五行中没有找到表头', '请恢复表头，或在“销售管道”菜单中选择“初始化”。'],
  missingHeader: ['缺少“{0}”列', '请加上这个表头的列，或在“销售管道”菜单中选择“初始化”。'],
  duplicateHeader: ['有两列都叫“{0}”', '请给其中一列改名：程序只读取第一列。'],
  mergedCells: [
    '单元格 {0} 已合并，只有第一个单元格有内容',
    '请取消合并（格式 > 合并单元格 > 取消合并），并逐行填写。在此之前每个商机保持原阶段。',
  ],
  errorValue: ['“{1}”中是错误值 {0}', '请修正公式，或直接填写内容。'],
  unreadableAmount: ['“{1}”中的“{0}”看不出是多少金额', '请填写数字，如 12000。'],
  unreadableDate: ['“{1}”中的“{0}”看不出是哪一天', '请填写日期，如 2026-03-05。'],
  unreadableChance: ['“{1}”中的“{0}”不是概率', '请填写 0% 到 100% 之间的百分比。'],
  unreadableCurrency: ['“{0}”不是已知的币种', '请填写三位字母代码，如 CNY。'],
  unreadableLimit: ['“{1}”中的“{0}”不是天数', '请填写大于 0 的数字，或留空由程序学习。'],
  unreadableRate: ['“{0}”不是 {2} 的汇率', '请填写大于 0 的数字。'],
  unreadableAddress: ['“{0}”不是一个邮箱地址', '请填写一个邮箱，如 ann@example.com。'],
  currenciesDiffer: ['金额“{0}”的币种与“币种”列不一致', '请统一：以“币种”列为准。'],
  unknownCategory: ['没有预测类别“{0}”', '请从列表中选择，或留空。'],
  unknownStage: ['没有名为“{0}”的阶段', '请选择“阶段”工作表中的阶段。'],
  criterionOfRetired: [
    '阶段“{0}”已停用，这条条件不再起作用',
    '请删除这条条件，或在“阶段”工作表中恢复该阶段。',
  ],
  unknownPipeline: ['没有名为“{0}”的销售管道', '请选择“阶段”工作表“销售管道”列中的一个。'],
  stageWithoutPipeline: [
    '这个阶段没有注明销售管道',
    '请在“销售管道”列填写。在此之前，它算作“{2}”的阶段。',
  ],
  unknownKind: ['没有阶段类型“{0}”', '请选择进行中、赢单、输单或长期培育。在此之前按进行中处理。'],
  unknownSide: ['“{0}”没有说明何时适用', '请选择进入时或离开时。'],
  unknownMust: ['“{0}”不是可用的条件', '请从该列的列表中选择。'],
  unknownRole: ['没有角色“{0}”', '请选择销售、销售经理或管理员。在此之前按销售处理。'],
  unknownLanguage: ['不支持语言“{0}”', '请选择 English 或中文。'],
  unknownYesNo: ['“{0}”既不是“是”也不是“否”', '请选择是或否。'],
  unknownRhythm: ['“{0}”不是可用的频率', '请从列表中选择。'],
  unknownWeekday: ['“{0}”不是星期几', '请从列表中选择。'],
  unknownTimeZone: [
    '“{0}”不是时区名称',
    '请填写 Asia/Shanghai 这样的时区名称，或留空使用本表格的时区。',
  ],
  unknownSetting: ['没有名为“{0}”的设置项', '请对照使用指南中的列表，或删除这一行。'],
  noPipelineForSetting: [
    '没有名为“{2}”的销售管道',
    '请填写“阶段”工作表“销售管道”列中的名称，或删除这一行。',
  ],
  duplicateSetting: ['设置项“{0}”出现了两次', '请删除其中一行：以第一行为准。'],
  settingNotWhole: ['“{0}”不符合该设置项的要求', '请按旁边的说明填写整数。'],
  unknownStart: ['没有名为“{2}”的阶段', '请填写“阶段”工作表中的阶段，用“；”分隔。'],
  unreadableMailTo: [
    '“{2}”既不是邮箱也不是域名',
    '请填写如 ann@example.com 或 example.com，用“；”分隔。',
  ],
  startNotOpen: ['新商机不能从“{2}”开始', '请只填写进行中的阶段。'],
  valueMissing: ['缺少值', '请填写要与字段比较的内容。'],
  stageNameTooLong: [
    '阶段名称“{0}”超过 200 个字符',
    '请改用较短的名称；在此之前，商机不能进入该阶段。',
  ],
  stageWithoutName: [
    '这个阶段没有名称',
    '请填写名称，或删除这一行。合并的单元格只有第一行有内容：请取消合并。',
  ],
  duplicateStage: ['有两个阶段都叫“{0}”', '请给其中一个改名：这一行不会被使用。'],
  secondWon: ['“{2}”是第二个赢单阶段', '请把其中一个改为其他类型。在此之前两者都算赢单。'],
  noFormTab: [
    '没有名为“{0}”的工作表可供读取表单回复',
    '请在“设置”中填写与工作表标签一致的名称，或留空。',
  ],
  stageRetired: [
    '阶段“{1}”已停用，但仍有 {0} 个商机在其中',
    '请在“销售管道”菜单中选择“停用阶段”并说明它们移到哪里，或恢复该阶段。',
  ],
  noOpenStage: ['没有进行中的阶段', '请添加类型为“进行中”的阶段：否则商机无从开始。'],
  noWonStage: ['没有赢单阶段', '请添加类型为“赢单”的阶段：否则商机无法赢单。'],
  noLostStage: ['没有输单阶段', '请添加类型为“输单”的阶段：否则商机无法输单。'],
  noOpenStageIn: [
    '销售管道“{0}”没有进行中的阶段',
    '请添加一个注明该管道、类型为“进行中”的阶段，或删去这个名称。',
  ],
  noWonStageIn: [
    '销售管道“{0}”的商机无法赢单',
    '请添加注明该管道的赢单阶段，或一个不注明管道、供所有管道共用的赢单阶段。',
  ],
  noLostStageIn: [
    '销售管道“{0}”的商机无法输单',
    '请添加注明该管道的输单阶段，或一个不注明管道、供所有管道共用的输单阶段。',
  ],
  stageMissing: ['没有填写阶段', '请从列表中选择。合并的单元格只有第一行有内容：请取消合并。'],
  fieldMissing: ['没有填写要检查的列', '请选择“商机”工作表中的一列。'],
  unknownField: [
    '“商机”工作表没有“{0}”列',
    '请在“商机”中加上这一列，或选择其他列。在此之前这一行不生效。',
  ],
  programField: ['“{0}”由程序维护', '请选择由人填写的列。'],
  fieldAgainstItself: ['“{0}”在与自己比较', '请选择另一列。'],
  mustDoesNotFit: ['该列永远不可能满足“{0}”', '请选择与该列内容相符的条件。'],
  valueNotNumber: ['“{0}”不是数字', '请填写数字，如 10000。'],
  valueNotDay: ['“{0}”不是日期', '请填写日期，如 2026-03-05。'],
  valueNotDays: ['“{0}”不是天数', '请填写天数，如 +7；留空表示今天。'],
  valueNotField: ['“{0}”不是日期列', '请选择“商机”工作表中的日期列。'],
  valueNotUsed: ['值“{0}”不会被使用', '请清空，或选择需要填值的条件。'],
  contradiction: [
    '没有商机能同时满足这一行和上面的某一行',
    '请修改其中一行。在此之前这一行不生效。',
  ],
  memberWithoutName: ['这一行没有姓名', '请填写姓名或邮箱。'],
  memberWithoutAddress: ['{2} 没有邮箱', '请填写邮箱：否则此人收不到报告。'],
  duplicateMember: ['“{0}”在团队中出现了两次', '请删除其中一行：以第一行为准。'],
  duplicateId: [
    '第 {2} 行的商机编号相同',
    '请保留正确的一行。复制出来的行会在下次巡检时成为独立的商机。',
  ],
  missingId: ['这个商机还没有编号', '请在“销售管道”菜单中选择“检查整个工作簿”，程序会补上编号。'],
  ownerNotOnTeam: ['“{0}”不在团队中', '请把此人加入“团队”工作表，或选择其他负责人。'],
  stageDisagrees: [
    '“阶段”列是“{0}”，而最近一次通过关卡的阶段是“{2}”',
    '请在“销售管道”菜单中选择“检查整个工作簿”。',
  ],
  changeNotNoted: ['“{1}”是“{0}”，台账尚未记录', '请在“销售管道”菜单中选择“检查整个工作簿”。'],
  dealNotNoted: ['台账中没有商机“{0}”', '请在“销售管道”菜单中选择“检查整个工作簿”。'],
  blockDisagrees: [
    '程序列中是“{0}”，台账中是“{2}”',
    '请在“销售管道”菜单中选择“检查整个工作簿”：程序会重新写入这些列。',
  ],
  dealGone: [
    '已没有哪一行是商机 {0}；按台账它处于“{2}”',
    '请恢复这一行（编辑 > 撤消），或选择“检查整个工作簿”：台账会记为已删除。',
  ],
  choicesLost: [
    '“{1}”列中有 {0} 个单元格不再提供阶段列表',
    '请在“销售管道”菜单中选择“修复健康检查中的问题”。',
  ],
  belowGate: ['“{0}”处于“{1}”，但未满足关卡要求：{2}', '请补齐，或把商机退回前面的阶段。'],
  negativeAmount: ['金额 {0} 小于零', '请填写客户应付的金额：在此之前它会减少所有合计。'],
  farCloseDate: ['成交日期 {0} 与今天相差超过十年', '请填写预计成交的日期，或留空。'],
  createdLate: [
    '按导入的文件，“{0}”创建于 {1}，但它在 {3} 就已进入“{2}”',
    '创建日期按未知处理：该商机不计入销售周期，也不计入按创建时间的统计，其他数字照常计入。如果知道确切日期，请删除这一行，在文件中改正日期，再换一个编号重新导入。',
  ],
  noRate: ['缺少 {0} 的汇率', '请在“设置”中加上“汇率: {0}”一行：在此之前这些金额不计入任何合计。'],
  openWithoutAmount: [
    '处于“最佳情况”或“承诺”而没有金额的商机：{0} 个，第一个是“{1}”',
    '请填写各自的金额：在此之前，它们在“销售预测”的月份表中按 0 计算。更早期的商机可以暂无金额。',
  ],
  wonWithoutAmount: [
    '没有金额的赢单商机：{0} 个，第一个是“{1}”',
    '请填写客户应付的金额：在此之前，它们在所有赢单金额中按 0 计算。',
  ],
  archivedEntriesGone: [
    '{0} 条归档记录已不存在，各项数字因此不完整',
    '请撤销删除，或从“文件 > 版本记录”中把这些行复制回来。如果只是表头丢失，恢复表头即可。',
  ],
  unreadableEntry: [
    '“{1}”中是“{0}”：这条记录无法读取',
    '请在版本历史记录中撤销改动：这条记录不计入统计。',
  ],
  ledgerChanged: [
    '第 {0} 条记录被手工改动，或它之前的记录缺失',
    '请与版本历史记录核对。各项数字以现有内容为准。',
  ],
  activityWithoutDeal: ['这条跟进记录没有写明商机', '请填写商机编号。'],
  // Automations, templates, tasks, payments
  unknownEvent: ['没有“{0}”这种时机', '请从列表中选择；在此之前这一行不起作用。'],
  unknownAction: ['没有“{0}”这种动作', '请选择“任务”“邮件”或“下一步”。'],
  eventWithoutStage: ['这一行没有写明阶段', '请选择商机要进入的阶段。'],
  automationWithoutText: ['这一行没有写明要做什么', '请在“内容”中写明任务或下一步。'],
  unknownTemplate: ['没有名为“{0}”的模板', '请从“模板”表中选择；在此之前不会生成邮件。'],
  unknownRecipient: [
    '“团队”表中没有“{0}”',
    '请选择“负责人”“销售经理”或“客户联系人”，或填写“团队”表中的姓名。',
  ],
  contactGetsMailOnly: ['不能给客户安排任务', '请选择“负责人”或“销售经理”，或改为邮件。'],
  afterDaysNotWhole: ['“{0}”不是有效的天数', '请填写 0 到 366 之间的整数。'],
  templateWithoutName: ['这个模板没有名称', '请填写名称，自动化按名称选用模板。'],
  templateTwice: ['有两个名为“{0}”的模板', '请给其中一个改名：只有第一个会被使用。'],
  templateEmpty: ['模板“{0}”缺少主题或正文', '请补全；在此之前不会发送。'],
  templateTooLong: ['模板“{0}”过长，无法发送', '请缩短到 20,000 个字符以内。'],
  unknownPlaceholder: [
    '“商机”表中没有可填入的列“{2}”',
    '请改正花括号中的名称；在此之前不会生成这类邮件。',
  ],
  unreadablePlan: [
    '“{0}”不是有效的回款计划',
    '请填写合计为 100 的比例，如 30/60/10，或 30@0/60@45/10@90。',
  ],
  taskWithoutText: ['这条任务没有写明要做什么', '请在第一列填写。'],
  unknownTaskState: ['没有“{0}”这种状态', '请选择“未完成”“已完成”或“已取消”；目前按未完成处理。'],
  paymentWithoutDeal: ['这笔回款没有对应的商机', '请填写商机编号。'],
  paymentOfUnknownDeal: ['没有编号为“{0}”的商机', '请填写“商机”表中的编号。'],
  paymentNotWon: ['这个商机尚未赢单', '目前没有应收款：请将商机推进到赢单，或删除这一行。'],
  paymentsDiffer: ['这个商机的回款合计 {0}，而赢单金额为 {2}', '请修改金额，或补上缺少的一期。'],
  mailWithoutKey: ['这封邮件的标识丢失', '请删除这一行：它不会被发送。'],
  mailWithoutAddress: ['这封邮件没有收件人', '请填写收件人，或删除这一行：它不会被发送。'],
  mailsToApprove: [
    '有 {0} 封发给客户的邮件待审批',
    '请在“发件箱”中逐封查看，再把状态改为“待发送”或“已取消”。',
  ],
  mailsFailed: [
    '有 {0} 封邮件未能发送',
    '原因见“原因”列。改正后把状态改为“待发送”，或改为“已取消”。',
  ],
  mailsMaybeSent: [
    '有 {0} 封邮件可能已经发出',
    '请向收件人确认，再把状态改为“已发送”，或改回“待发送”以重新发送。',
  ],
  mailsWithoutState: [
    '有 {0} 封邮件的状态无法识别',
    '这些邮件不会发送。请选择“待发送”或“已取消”。',
  ],
  unknownMailState: ['“{0}”不是邮件状态', '要发送请选择“待发送”，否则选择“已取消”。'],
  'ledger.duplicate': [
    '商机 {0} 有两条编号为 {1} 的记录',
    '请与版本历史记录核对：靠后的一行视为较晚发生。',
  ],
  'ledger.timeBackwards': [
    '商机 {0} 的第 {1} 条记录早于它前面的一条',
    '程序视为紧接着前一条发生。',
  ],
  'ledger.unknownStage': [
    '商机 {0} 的第 {1} 条记录中的“{2}”不是阶段',
    '请在“阶段”中加上“{2}”，或把对应的阶段改回原名。',
  ],
  'ledger.notCreated': ['商机 {0} 缺少最初的记录', '它的历史从第 {1} 条记录算起。'],
  'ledger.createdAgain': ['商机 {0} 在第 {1} 条记录中又被新建', '程序视为同一商机继续。'],
  'ledger.fromElsewhere': [
    '第 {1} 条记录从“{2}”离开，而商机 {0} 当时不在该阶段',
    '中间缺少记录：这段时间不计入统计。',
  ],
  'ledger.afterDeletion': ['商机 {0} 在第 {1} 条记录之前已被删除', '程序视为商机恢复。'],
};

export const PROBLEM_WORDS: Readonly<Record<Language, Readonly<Record<ProblemCode, Told>>>> = {
  en: EN,
  zh: ZH,
};

/** For a code that has no words of its own: better than silence. */
const UNKNOWN: Readonly<Record<Language, Told>> = {
  en: ['"{0}" cannot be read', 'Compare it with the guide.'],
  zh: ['无法读取“{0}”', '请对照使用指南。'],
};

/** Long cells are named by their beginning; what the program itself words is told in full. */
const NAMED = 80;
const TOLD = 2000;

function filled(template: string, about: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (_, index) => {
    const text = about[Number(index)] ?? '';
    const most = index === '2' ? TOLD : NAMED;
    return text.length > most ? `${text.slice(0, most)}…` : text;
  });
}

/** The sentence and the advice for a problem's code; `about` fills them in. */
export function problemWords(
  code: string,
  about: readonly string[],
  language: Language,
): ProblemWords {
  const words: Readonly<Record<string, Told>> = PROBLEM_WORDS[language];
  const [problem, todo] = words[code] ?? UNKNOWN[language];
  return { problem: filled(problem, about), todo: filled(todo, about) };
}
