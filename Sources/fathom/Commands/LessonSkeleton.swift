/// A lesson with one question of each kind, for an author to write over.
enum LessonSkeleton {
  /// The file; it passes `fathom check` and can be played.
  static func text(id: String, title: String) -> String {
    """
    ```toml lesson
    format = 2
    id = "\(id)"
    title = "\(title)"
    version = "0.1.0"
    summary = "One sentence: what somebody finds out here."
    objectives = ["Say what a factor a little above one becomes."]
    takeaways = ["Factors multiply; they do not add."]
    requires = []
    minutes = 10
    mode = "practice"
    ```

    # \(title)

    <!-- What stands in comments like this one is yours alone: no copy has it. -->

    Each layer multiplies by the same number. What does that come to?

    ## A factor and a depth

    <!-- id: factor -->

    Let each layer multiply by {s}.

    ```toml parameters
    [s]
    value = 1.5
    range = [0.1, 3]
    step = 0.1
    meaning = "each layer's factor"

    [L]
    value = 20
    range = [2, 150]
    step = 1
    meaning = "the number of layers"
    ```

    A guess first: nothing is shown before it, and making one earns its points.

    ```toml question
    id = "guess"
    kind = "predict"
    form = "number"
    ask = "How large is each entry after {L} layers, about?"
    shows = "rms(s^L * [1, 1])"
    points = 0.5
    explain = "Each layer multiplies what the one before has left."

    [misconceptions]
    "1 + L*(s-1)" = "That adds the same amount at each layer."
    ```

    ```fathom
    plot s^n over n in 0...20
    ```

    <!-- speaker: Wait for three guesses. -->

    A number, with a tolerance that is printed with the question. Its parameters are its own.

    ```toml question
    id = "seventh"
    kind = "number"
    ask = "By what have 7 layers multiplied, for a factor of {t}?"
    vary = { t = [1.5, 1.25, 1.75] }
    within = "rel 1e-3"
    answer = "t^7"
    accept = ["t^3*t^4"]
    reject = ["7*t"]
    points = 1
    hints = ["Write it out for two layers, then for three."]
    explain = "One factor for each layer: {t} times itself."

    [misconceptions]
    "1 + 7*(t-1)" = "That adds at each layer."
    "t^6" = "One layer is missing."
    ```

    ## Which and why

    <!-- id: why -->

    ```toml question
    id = "which"
    kind = "choice"
    ask = "Which factor makes everything vanish in the end?"
    answer = "below"
    points = 1
    hints = ["Try it with two layers."]
    explain = "What is below one shrinks at each layer."

    [choices]
    above = "one above 1"
    one = "exactly 1"
    below = "one below 1"

    [misconceptions]
    "one" = "Times 1 changes nothing."
    ```

    ```toml question
    id = "both"
    kind = "choices"
    ask = "Which of these double within ten layers?"
    answer = ["half", "tenth"]
    points = 1
    hints = ["Ten layers are ten factors."]
    explain = "From about 1.072 on it doubles in ten layers."

    [choices]
    half = "1.5"
    tenth = "1.1"
    less = "1.01"

    [misconceptions]
    "less" = "After ten layers that is 1.105."
    ```

    ```toml question
    id = "formula"
    kind = "expression"
    ask = "Write the factor of all L layers together."
    over = { s = "0.5...1.5", L = "2...9" }
    answer = "s^L"
    accept = ["s*s^(L-1)"]
    reject = ["s*L"]
    points = 1
    hints = ["It is a power."]
    explain = "One factor s a layer."
    ```

    ```toml question
    id = "keep"
    kind = "task"
    ask = "Choose s so that 100 layers keep the vector as large as it was."
    require = ["rms(s^100 * [1, 1]) == 1"]
    uses = ["s"]
    given = ["L"]
    accept = ["s = 1"]
    reject = ["s = 0.5"]
    points = 1
    hints = ["Which number does not change when it is multiplied by itself?"]
    explain = "Only one factor keeps it."
    ```

    ```toml question
    id = "words"
    kind = "text"
    ask = "Say in a sentence why a small change of the factor matters so much."
    points = 1
    ```

    """
  }
}
