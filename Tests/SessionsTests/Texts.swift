/// Lessons for the tests.
enum Texts {
  /// A lesson with these steps.
  static func lesson(_ steps: String, title: String = "Depths", mode: String? = nil) -> String {
    """
    ```toml lesson
    format = 2\(mode.map { "\nmode = \"\($0)\"" } ?? "")
    id = "depths"
    title = "\(title)"
    version = "1.0.0"
    summary = "A lesson for tests."
    objectives = ["Test."]
    takeaways = ["It multiplies."]
    minutes = 5
    ```

    # \(title)

    \(steps)
    """
  }

  /// A lesson of one step with one question, whose fence holds these lines.
  static func question(
    _ lines: String,
    before: String = "Think.",
    after: String = "",
    mode: String? = nil
  ) -> String {
    lesson(
      """
      ## Only
      \(before)

      ```toml question
      id = "q"
      ask = "What is it?"
      \(lines)
      ```

      \(after)
      """,
      mode: mode
    )
  }

  /// A `number` question with a key and a rule.
  static func number(
    _ answer: String,
    within: String,
    more: String = "",
    mode: String? = nil
  ) -> String {
    question(
      """
      kind = "number"
      answer = "\(answer)"
      within = "\(within)"
      reject = ["12345"]
      points = 2
      hints = ["Count."]
      explain = "So it is."
      \(more)
      """,
      mode: mode
    )
  }

  /// Every kind of block and of question, and every way on.
  static let tour = lesson(
    """
    ## A little more
    <!-- id: more -->
    <!-- speaker: Wait for the surprise. -->

    Each layer multiplies by {s}.

    ```toml parameters
    [s]
    value = 1.5
    range = [0.1, 3]
    step = 0.1
    meaning = "each layer's factor"

    [L]
    value = 6
    meaning = "layers"
    ```

    ```fathom
    x = [1, 1]
    M = s*identity(2)
    net = network(M, depth: L, last: identity(2))
    a = activations(net, x)
    ```

    ```toml question
    id = "guess"
    kind = "predict"
    form = "number"
    ask = "How large is a[5], about?"
    shows = "rms(a[5])"
    at = 5
    within = "log10 0.3"
    points = 0.5

    [misconceptions]
    "2.5" = "That adds a half at each layer."
    ```

    ```fathom
    plot rms(a) over s in [1.5, 0.5] on linear
    ```

    The last layer is another matter.

    ```toml question
    id = "factor"
    kind = "number"
    ask = "By what factor with s = {s} and L = {L}?"
    given = { s = 1.5, L = 6 }
    answer = "s^(L-1)"
    within = "rel 1e-3"
    reject = ["0"]
    points = 2
    hints = ["How many matrices?", "With s = {s} there are five."]
    explain = "Five of them multiply."

    [misconceptions]
    "s^L" = "That counts the last one too."
    ```

    ## A little less
    <!-- id: less -->

    ```toml parameters
    [s]
    value = 0.5
    meaning = "each layer's factor"
    ```

    ```fathom
    rms(a[1])
    ```

    ```fathom error
    M*[1, 2, 3]
    ```

    ```toml question
    id = "way"
    kind = "choice"
    ask = "Which way does it go?"
    answer = "down"
    points = 1
    hints = ["Look."]
    explain = "Halves get smaller."

    [choices]
    up = "Up."
    down = "Down."
    level = "Nowhere."

    [misconceptions]
    up = "That was the step before."
    ```

    ```toml question
    id = "why"
    kind = "text"
    ask = "Why, in your own words?"
    points = 1
    ```

    ## By hand
    <!-- id: hand -->

    Now you.

    ```toml question
    id = "balance"
    kind = "task"
    ask = "Choose s so that nothing grows."
    uses = ["s"]
    given = ["L", "x", "M", "net", "a"]
    require = ["rms(a[L]) <= 2", "rms(a[L]) >= 0.6"]
    accept = ["s = 1.01"]
    reject = ["s = 1.5"]
    points = 2
    hints = ["Near one."]
    explain = "One is level."
    ```

    ```toml question
    id = "formula"
    kind = "expression"
    ask = "The factor for any s and L?"
    over = { s = "0.4...1.6", L = "2...9" }
    answer = "s^(L-1)"
    accept = ["s^L/s"]
    reject = ["s^L"]
    points = 1
    hints = ["Count."]
    explain = "One for each but the last."

    [misconceptions]
    "s*(L-1)" = "That adds."
    ```

    ```toml question
    id = "even"
    kind = "choices"
    ask = "Which are even?"
    answer = ["two", "four"]
    practice = true
    hints = ["Halve them."]
    explain = "Two and four."

    [choices]
    one = "1"
    two = "2"
    four = "4"
    ```
    """
  )
}
