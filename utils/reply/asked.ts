/** What the packet asked, beside what the reply answers to it. */
import type { Packet } from '../packet/schema';
import type { Reply, ReplyAnswer } from './schema';

/** `asked`: the question as it was put; '' when the packet has none of this id. `gapId`: the "?" that it came from; null: it is the rep's own. */
export interface AskedAnswer { part: ReplyAnswer; asked: string; gapId: string | null; known: boolean }

/** The answers of a reply, each with its question. */
export function askedAnswers({ answers = [] }: Pick<Reply, 'answers'>, packet: Pick<Packet, 'request'> | null): AskedAnswer[] {
  return answers.map((part) => {
    const question = packet?.request.questions.find((one) => one.id === part.questionId);
    return { part, asked: question?.text ?? '', gapId: question?.gapId ?? null, known: question !== undefined };
  });
}
