import type { Language } from './language';

/** What is asked and said when somebody adds a pipeline. */
export interface PipelineWords {
  readonly askName: string;
  /** What the present pipeline is called until somebody renames it. */
  readonly main: string;
  readonly noName: string;
  readonly thereAlready: (name: string) => string;
  readonly askStages: (name: string) => string;
  readonly noSuchSet: (typed: string) => string;
  /** A stage's name, where another pipeline has a stage of that name. */
  readonly stageIn: (stage: string, pipeline: string) => string;
  readonly done: (name: string, stages: number, main: string) => string;
}

export const PIPELINE_WORDS: Readonly<Record<Language, PipelineWords>> = {
  en: {
    askName:
      'What is the new pipeline called, such as Renewals? Its deals get stages and gates of their own; Won, Lost and Nurture are shared.',
    main: 'Main',
    noName: 'Nothing was added: a pipeline needs a name.',
    thereAlready: (name) => `Nothing was added: there is a pipeline called "${name}" already.`,
    askStages: (name) =>
      `Which stages should "${name}" start with? Type the number. You can change every stage and every criterion afterwards.`,
    noSuchSet: (typed) => `Nothing was added: "${typed}" is none of the numbers.`,
    stageIn: (stage, pipeline) => `${stage} (${pipeline})`,
    done: (name, stages, main) =>
      `"${name}" is there, with ${stages} stages. The deals so far are in "${main}": rename it in the Pipeline column of the Stages tab. To put a deal into the other pipeline, choose it in the deal's Pipeline cell.`,
  },
  zh: {
    askName:
      '新的销售管道叫什么名字？例如“续约”。它有自己的阶段和关卡；赢单、输单和长期培育由所有管道共用。',
    main: '主管道',
    noName: '没有添加：销售管道需要一个名称。',
    thereAlready: (name) => `没有添加：已经有名为“${name}”的销售管道。`,
    askStages: (name) =>
      `“${name}”从哪一套阶段开始？请输入编号。之后每个阶段、每条标准都可以修改。`,
    noSuchSet: (typed) => `没有添加：列表中没有编号“${typed}”。`,
    stageIn: (stage, pipeline) => `${stage}（${pipeline}）`,
    done: (name, stages, main) =>
      `已添加“${name}”，共 ${stages} 个阶段。现有商机属于“${main}”，可在“阶段”工作表的“销售管道”列改名。要把商机放入另一条管道，请在该商机的“销售管道”单元格中选择。`,
  },
};
