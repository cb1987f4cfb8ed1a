import Lessons
import Notebooks
import Sessions
import TerminalText

/// Types bytes as answers to a question of each kind, with the full lesson and with its copy.
func answerQuestions(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let lesson, let copy else { return }
  var full = Session(lesson)
  var bare = Session(copy)
  _ = full.begin()
  bare.replayBeginning()
  for question in lesson.questions {
    for line in [":go \(question.id.value)", ":answer \(question.id.value)", text] {
      let shown = full.handle(.line(line))
      bare.replay(.line(line))
      // A copy without keys plays the same way.
      precondition(full.prompt == bare.prompt && full.place == bare.place)
      for case .show(let piece) in shown {
        precondition(
          piece.rendered(Layout(columns: 60)).plain.unicodeScalars.allSatisfy {
            $0.value >= 0x20 || $0 == "\n"
          }
        )
      }
    }
    // Only an answer scores; a mark is one of the closed set by its type.
    guard let verdict = full.verdict(question) else { continue }
    precondition(verdict.earned <= verdict.maximum && verdict.earned >= 0)
    precondition(verdict.mark == .correct || verdict.mark == .partial || verdict.earned == 0)
  }
}

private let lesson = Lesson.parse(text, path: "fuzzed.lesson.md").lesson
private let copy: Lesson? = (try? lesson?.released()).flatMap { $0 }.flatMap {
  Lesson.parse($0, path: "copy.lesson.md").lesson
}

private let text = """
  ```toml lesson
  format = 1
  id = "kinds"
  title = "Kinds"
  version = "1.0.0"
  summary = "Short."
  objectives = ["One."]
  takeaways = ["One."]
  requires = []
  minutes = 5
  lang = "en"
  ```

  # Kinds

  ## All

  ```toml question
  id = "number"
  kind = "number"
  ask = "How large?"
  given = { s = 1.5, L = 20 }
  answer = "s^(L-1)"
  reject = ["0"]
  points = 1
  hints = ["One."]
  explain = "So."
  ```

  ```toml question
  id = "choice"
  kind = "choice"
  ask = "Which?"
  answer = "one"
  points = 1
  hints = ["One."]
  explain = "So."

  [choices]
  one = "this"
  two = "that"

  [misconceptions]
  two = "No."
  ```

  ```toml question
  id = "expression"
  kind = "expression"
  ask = "Write it."
  over = { s = "0.5...1.5", L = "2...9" }
  answer = "s^(L-1)"
  reject = ["s^L"]
  points = 1
  hints = ["One."]
  explain = "So."
  ```

  ```toml question
  id = "task"
  kind = "task"
  ask = "Make q larger than 7."
  uses = ["q"]
  require = ["q > 7"]
  accept = ["q = 8"]
  reject = ["q = 7"]
  points = 1
  hints = ["One."]
  explain = "So."
  ```
  """
