import ArgumentParser
import Glibc

/// `fathom help lesson`: the format of lessons on one page.
struct LessonFormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help-lesson",
    abstract: "The format of lessons, on one page.",
    shouldDisplay: false
  )

  mutating func run() throws { try Terminal.send(Self.page, to: STDOUT_FILENO) }

  /// What an author needs; its example is a lesson that passes `fathom check`.
  private static let page = #"""
    A lesson is a file NAME.lesson.md, CommonMark in UTF-8. `fathom new NAME` writes
    one with a question of each kind; `fathom check FILE --watch` says what is wrong
    whenever it is saved, and shows the step that was changed.

    What has a meaning stands at the left edge; everything else is prose.

      ```toml lesson      the first fence: format = 2, id, title, version = "1.0.0",
                          summary, objectives, takeaways, minutes; if wanted
                          requires (ids of lessons), lecture, lang, mode, class
      # Title             once, as in the header
      ## A step           with its cells and questions; it sets what it needs
      <!-- id: name -->   under a step: its id, else made of its title
      <!-- speaker: x -->  for the instructor; other comments are the author's own
      {s} in prose        the value of s; in backticks, or as \{s}, it is not
      ```toml parameters  a table for each name: value and meaning; range, step and
                          scale = "log" let the arrow keys turn it
      ```fathom           a cell, run in order and shown; ```fathom error must fail
      ```toml question    a question: id, kind, ask, points, hints, explain

    mode = "practice" tells each verdict, and the best answer before the explanation
    counts. mode = "graded" tells nothing before :submit, and the last one counts.

    A question may have practice = true (no points), attempts = 3, reads = true (it
    asks to read off what stands above it), and
      given = { s = 1.5 }                       its own parameters, the same for all
      vary = { s = [1.5, 0.5], L = "10...30" }  drawn anew for each learner
    Answers, conditions and statements are texts in the language of cells.

    kind          its keys; those with * are needed
    number        answer*, within, accept, reject, [misconceptions]
    expression    the same, and over* = { s = "0.1...3.0" }, where it is compared
    choice        [choices]* with id = text, answer* = an id, last = [ids]
    choices       [choices]*, answer* = [ids], last
    predict       form* = "number" with shows*, "points" with shows* and at*, or
                  "choice" with [choices]* and answer*; a cell must follow
    task          uses* = [names], require* = [conditions], given = [names],
                  accept* and reject* = [statements], [failing]
    text          nothing more; a person reads it

    within = "rel 1e-3" | "log10 0.05" | "sig 3" | "exact" | "abs 0.1"
    [misconceptions] has wrong answer = what it means. A number and an expression
    need one wrong answer at least, there or in reject. A question that is marked
    needs hints and explain.

    `fathom release` writes the learners' copy, without keys. `fathom check` says
    beforehand what it would refuse.

    course.toml beside the lessons gives their order and groups, and names talks made of
    their steps (Sources/Lessons/README.md).

    A whole lesson:

        ```toml lesson
        format = 2
        id = "scaling"
        title = "Scaling"
        version = "1.0.0"
        summary = "What a little more than one does, many times over."
        objectives = ["Predict the size of a deep network's output."]
        takeaways = ["Each layer multiplies; it doesn't add."]
        minutes = 10
        ```

        # Scaling

        ## A little more than one
        <!-- id: more -->

        Let every matrix be {s} times the identity.

        ```toml parameters
        [s]
        value = 1.5
        range = [0.1, 3]
        step = 0.1
        meaning = "each layer's factor"
        ```

        ```toml question
        id = "guess"
        kind = "predict"
        form = "number"
        ask = "How large is each entry of a[20], about?"
        shows = "rms(a[20])"
        points = 0.5

        [misconceptions]
        "30" = "That adds 1.5 at each layer."
        ```

        ```fathom
        a = activations(network(s * identity(2), depth: 20), [1, 1])
        plot rms(a)
        ```

        <!-- speaker: Wait for three guesses. -->

        ```toml question
        id = "factor"
        kind = "number"
        ask = "By what is x scaled for s = {s} and L = {L}, the last matrix aside?"
        given = { s = 1.5, L = 20 }
        answer = "s^(L-1)"
        accept = ["2216.84"]
        points = 2
        hints = ["Count the matrices before the last."]
        explain = "Every matrix but the last multiplies by the same number."

        [misconceptions]
        "s^L" = "That counts the last matrix too."
        ```

    """#
}
