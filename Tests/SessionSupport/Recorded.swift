import Lessons
import Sessions
import TestSupport
import Transcripts

/// A whole file as a session with these lines would have written it.
package func recorded(
  _ lines: [String],
  on lesson: Lesson,
  learner: String? = "Ada",
  columns: Int = 80
) -> String {
  let settings = Settings(columns: columns)
  var player = Player(lesson, learner: learner, settings: settings)
  var text = TranscriptHeader(lesson, learner: learner, settings: settings).lines + [""]
  text += player.begin().output
  for line in lines {
    let prompt = player.prompt
    let input = RecordedInput(typed: line, at: prompt)
    text += input.echo(at: prompt) + player.act(on: input).output
  }
  return text.map { $0 + "\n" }.joined()
}
