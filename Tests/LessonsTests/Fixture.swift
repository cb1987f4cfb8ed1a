import Lessons
import Testing

/// A lesson that has one of each thing.
let wholeLesson = #"""
  ```toml lesson
  format = 1
  id = "scaling"
  title = "Scaling"
  version = "1.0.0"
  summary = "A little more than one, many times."
  objectives = ["Say what a factor per layer does."]
  takeaways = ["Depth multiplies."]
  requires = ["product"]
  minutes = 20
  lecture = "C2W1L10, beats 7 to 10"
  ```

  # Scaling

  Here `W[l]` is *s* times the **identity**.

  ## A little more than one
  <!-- id: more -->

  With s = {s} each layer multiplies:

  - first this,
  - then
    1. that
    2. and **{L}** more.

  > A quote.

  | s | what happens |
  |--:|:-------------|
  | {s} | grows |
  | 0.5 | shrinks |

  ```text
  plain code
  ```

  ```toml parameters
  [s]
  value = 1.5
  range = [0.1, 3]
  step = 0.1
  meaning = "each layer's factor"

  [L]
  value = 20
  meaning = "the number of layers"

  [x]
  value = "[1, 1]"
  meaning = "the input"
  ```

  <!-- speaker: Ask for a show of hands first.

  - Wait ten seconds. -->

  ```toml question
  id = "guess"
  kind = "predict"
  form = "number"
  ask = "How large is each entry of a[{L}]?"
  shows = "rms(a[L-1])"
  at = 19
  within = "log10 0.3"
  points = 0.5

  [misconceptions]
  "28.5" = "That adds 1.5 at each layer."
  ```

  ```fathom
  M = s * identity(2)
  plot rms(a) over s in [1.5, 0.5]
  ```

  ## The factor

  ```toml question
  # The key is here, but not in the copy.
  id = "factor"
  kind = "number"
  ask = "By what factor is x scaled for s = {s}, L = {L}?"
  answer = "s^(L-1)"
  within = "rel 1e-3"
  accept = ["2216.8378", "(3/2)^19"]
  reject = ["0", "28.5"]
  points = 2
  count = "first"
  given = { s = 1.5, L = 20 }
  hints = ["Count the matrices before the last.", "There are {L} - 1 of them."]
  explain = "Each of the matrices but the last multiplies by {s}."

  [misconceptions]
  "s^L" = "That counts the last matrix too."
  ```

  ```toml question
  id = "why"
  kind = "choice"
  ask = "What shrank?"
  answer = "signal"
  points = 1
  hints = ["Print W[150]."]
  explain = "The weights are what they were; the signal passing through shrank."

  [choices]
  weights = "the weights"
  signal = "the signal"

  [misconceptions]
  weights = "Print them: they are unchanged."
  ```

  ```toml question
  id = "which"
  kind = "choices"
  practice = true
  ask = "Which grow?"
  answer = ["a", "c"]
  hints = ["Compare with one."]
  explain = "Those above one."
  choices = { a = "1.5", b = "0.5", c = "1.01" }
  ```

  ```toml question
  id = "formula"
  kind = "expression"
  ask = "Write the factor with s and L."
  answer = "s^(L - 1)"
  over = { s = "0.5...1.5", L = "2...50" }
  reject = ["s^L"]
  points = 1
  hints = ["A power."]
  explain = "One factor of s for each layer but the last."
  ```

  ```toml question
  id = "tenfold"
  kind = "task"
  ask = "Choose s so that a[L] is more than {n} times x."
  require = ["rms(a[L]) > n"]
  uses = ["s"]
  given = ["x"]
  accept = ["s = 1.2"]
  reject = ["s = 0.9"]
  vary = { n = [10, 100] }
  points = 3
  hints = ["More than one."]
  explain = "Any s above the root of ten does it."
  ```

  ```toml question
  id = "own-words"
  kind = "text"
  ask = "Explain it to a friend."
  points = 1
  ```

  ```fathom error
  M * [1, 2, 3]
  ```

  """#

/// The lesson with one text in place of another, which must stand in it.
func altered(
  _ old: String,
  _ new: String,
  sourceLocation: SourceLocation = #_sourceLocation
)
  -> String
{
  let parts = wholeLesson.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
  #expect(parts.count == 2, "the fixture has no '\(old)'", sourceLocation: sourceLocation)
  return parts.joined(separator: new)
}

/// What `fathom check` would print.
func findings(_ text: String) -> [String] {
  Lesson.parse(text, path: "a.lesson.md").diagnostics.map(\.text)
}

func findings(_ bytes: [UInt8]) -> [String] {
  Lesson.parse(bytes, path: "a.lesson.md").diagnostics.map(\.text)
}

func lesson(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Lesson {
  let (lesson, diagnostics) = Lesson.parse(text, path: "a.lesson.md")
  #expect(diagnostics.isEmpty, sourceLocation: sourceLocation)
  return try #require(lesson, sourceLocation: sourceLocation)
}

func question(_ id: String, in text: String = wholeLesson) throws -> Question {
  try #require(try lesson(text).questions.first { $0.id.value == id })
}

/// The learners' copy of the whole lesson.
func releasedText() throws -> String { try lesson(wholeLesson).released() }
