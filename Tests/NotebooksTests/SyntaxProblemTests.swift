import Testing

@Suite("Texts that are no statement")
struct SyntaxProblemTests {
  static let complaints: [Complaint] = [
    Complaint(
      "(1; 3)",
      says: #"""
          (1; 3)
            ^
        ";" means nothing here: each statement stands on a line of its own.
        """#
    ),
    Complaint(
      "5.",
      says: #"""
          5.
          ^~
        "5." needs a digit after its point: 5.0
        """#
    ),
    Complaint(
      "x = 3. + 1",
      says: #"""
          x = 3. + 1
              ^~
        "3." needs a digit after its point: 3.0
        """#
    ),
    Complaint(
      "1.e5",
      says: #"""
          1.e5
          ^~
        "1." needs a digit after its point: 1.0
        """#
    ),
    Complaint(
      "1e999999999999",
      says: #"""
          1e999999999999
          ^~~~~~~~~~~~~~
        "1e999999999999" is outside the range of numbers here, 2^±1 099 511 627 776.
        """#
    ),
    Complaint(
      "x $ y",
      says: #"""
          x $ y
            ^
        "$" (U+0024) has no meaning here.
        """#
    ),
    Complaint(
      "W^{[3]}",
      says: #"""
          W^{[3]}
            ^
        In the signs of this language: W[3]
        """#
    ),
    Complaint(
      "!x",
      says: #"""
          !x
          ^
        "!" (U+0021) has no meaning here. Not equal is !=
        """#
    ),
    Complaint(
      "s > 1 && s < 2",
      says: #"""
          s > 1 && s < 2
                ^
        "&" (U+0026) has no meaning here. Conditions are not joined here: ask one after the other.
        """#
    ),
    Complaint(
      "7 % 2",
      says: #"""
          7 % 2
            ^
        The remainder is 7 - 2*floor(7/2)
        """#
    ),
    Complaint(
      "sin 1",
      says: #"""
          sin 1
          ^~~~~
        sin takes its argument in brackets: sin(1)
        """#
    ),
    Complaint(
      "cos^2(1)",
      says: #"""
          cos^2(1)
          ^~~~~
        cos takes its argument in brackets, and a power stands behind them: cos(1)^2
        """#
    ),
    Complaint(
      "|-3|",
      says: #"""
          |-3|
          ^~~~
        The size of a number is abs(-3)
        """#
    ),
    Complaint(
      "he(fan: in)",
      says: #"""
          he(fan: in)
                  ^~
        "in" is a word of the language. As an argument it stands in quotes: "in"
        """#
    ),
    Complaint(
      "0x10",
      says: #"""
          0x10
          ^~~~
        Numbers are decimal: 16
        """#
    ),
    Complaint(
      "1.5.2",
      says: #"""
          1.5.2
          ^~~~~
        "1.5.2" has two points. A number has one, and its digits are not grouped.
        """#
    ),
    Complaint(
      "\\alpha",
      says: #"""
          \alpha
          ^
        In the signs of this language: alpha
        """#
    ),
    Complaint(
      "?plot",
      says: #"""
          ?plot
          ^
        To ask about it: explain plot
        """#
    ),
    Complaint(
      "`x`",
      says: #"""
          `x`
          ^
        "`" (U+0060) has no meaning here. Text stands in "…"
        """#
    ),
    Complaint(
      "1\u{0}",
      says: #"""
          1^@
           ^~
        U+0000 has no meaning here. Delete it: it cannot be seen.
        """#
    ),
    Complaint(
      "x = \u{202E}1",
      says: #"""
          x = <U+202E>1
              ^~~~~~~~
        U+202E has no meaning here. Delete it: it cannot be seen.
        """#
    ),
    Complaint(
      "s = 🙂",
      says: #"""
          s = 🙂
              ^~
        "🙂" (U+1F642) has no meaning here.
        """#
    ),
    Complaint(
      "x = «a»",
      says: #"""
          x = «a»
              ^
        "«" (U+00AB) has no meaning here. Text stands in "…"
        """#
    ),
    Complaint(
      "plot rms(a) titled \"Growth",
      says: #"""
          plot rms(a) titled "Growth
                             ^~~~~~~
        The text "Growth has no closing quote; it ends in the line in which it began.
        """#
    ),
    Complaint(
      "s = 1.5; L = 20",
      says: #"""
          s = 1.5; L = 20
                 ^
        Each statement stands on a line of its own: s = 1.5
        """#
    ),
    Complaint(
      "[1, 2; 3, 4]",
      says: #"""
          [1, 2; 3, 4]
               ^
        ";" separates nothing here. The rows of a matrix stand in brackets: [[1, 2], [3, 4]]
        """#
    ),
    Complaint(
      "0.5..1.5",
      says: #"""
          0.5..1.5
             ^~
        A range has three points: 0.5...1.5
        """#
    ),
    Complaint(
      "2 * ) + 3",
      says: #"""
          2 * ) + 3
              ^
        ")" stands where a number, a name or an expression should come.
        """#
    ),
    Complaint(
      "'abc'",
      says: #"""
          'abc'
          ^
        "'" stands where a number, a name or an expression should come. Text stands in "…"
        """#
    ),
    Complaint(
      "plot rms(a) on cubic",
      says: #"""
          plot rms(a) on cubic
                         ^~~~~
        "cubic" stands where linear, log, symlog or loglog should come.
        """#
    ),
    Complaint(
      "rms(a,, b)",
      says: #"""
          rms(a,, b)
                ^
        "," stands where a number, a name or an expression should come.
        """#
    ),
    Complaint(
      "plot rms(a) titled Growth",
      says: #"""
          plot rms(a) titled Growth
                             ^~~~~~
        "Growth" stands where a title in quotes should come.
        """#
    ),
    Complaint(
      "plot rms(a) in 16",
      says: #"""
          plot rms(a) in 16
                         ^~
        "16" stands where a number format such as float16 should come.
        """#
    ),
    Complaint(
      "W.T.",
      says: #"""
          W.T.
             ^
        No sign stands at the end of a statement: W.T
        """#
    ),
    Complaint(
      "a[]",
      says: #"""
          a[]
            ^
        "]" stands where an index should come.
        """#
    ),
    Complaint(
      "2 +",
      says: #"""
          2 +
             ^
        The statement ends where a number, a name or an expression should come.
        """#
    ),
    Complaint(
      "plot rms(a) in",
      says: #"""
          plot rms(a) in
                        ^
        The statement ends where a number format such as float16 should come.
        """#
    ),
    Complaint(
      "x =",
      says: #"""
          x =
             ^
        The statement ends where a number, a name or an expression should come.
        """#
    ),
    Complaint(
      "-",
      says: #"""
          -
           ^
        The statement ends where a number, a name or an expression should come.
        """#
    ),
    Complaint(
      "plot y over s in",
      says: #"""
          plot y over s in
                          ^
        The statement ends where a number, a name or an expression should come.
        """#
    ),
    Complaint(
      "rms([1, 2]",
      says: #"""
          rms([1, 2]
             ^
        This "(" is never closed: a ")" is missing.
        """#
    ),
    Complaint(
      "[1, 2",
      says: #"""
          [1, 2
          ^
        This "[" is never closed: a "]" is missing.
        """#
    ),
    Complaint(
      "1)",
      says: #"""
          1)
           ^
        This ")" closes nothing: no "(" stands before it.
        """#
    ),
    Complaint(
      "[1]]",
      says: #"""
          [1]]
             ^
        This "]" closes nothing: no "[" stands before it.
        """#
    ),
    Complaint(
      String(repeating: "(", count: 201),
      says: #"""
          …((((((((((((((((((((((((((((((((((((((((
                                                  ^
        This is nested more than 200 deep. Give an inner part a name: t = …
        """#
    ),
    Complaint(
      "for i in x",
      says: #"""
          for i in x
          ^~~
        There is no "for" here. A table or a figure takes many values: table i over i in x
        """#
    ),
    Complaint(
      "while true",
      says: #"""
          while true
          ^~~~~
        There is no "while" here. A list holds all layers at once, and a figure takes many values: plot rms(y) over s in 0.5...1.5
        """#
    ),
    Complaint(
      "import numpy",
      says: #"""
          import numpy
          ^~~~~~
        There is no "import" here. All functions are there from the start; help all lists them.
        """#
    ),
    Complaint(
      "from numpy import *",
      says: #"""
          from numpy import *
          ^~~~
        There is no "from" here. All functions are there from the start; help all lists them.
        """#
    ),
    Complaint(
      "def f(x): x",
      says: #"""
          def f(x): x
          ^~~
        A function is one line: f(x) = x
        """#
    ),
    Complaint(
      "lambda t: t",
      says: #"""
          lambda t: t
          ^~~~~~
        A function is one line: f(t) = t
        """#
    ),
    Complaint(
      "let s = 1.5",
      says: #"""
          let s = 1.5
          ^~~
        A definition needs no "let": s = 1.5
        """#
    ),
    Complaint(
      "print(x)",
      says: #"""
          print(x)
          ^~~~~
        There is no "print" here. An expression prints itself: x
        """#
    ),
    Complaint(
      "if s > 1",
      says: #"""
          if s > 1
          ^~
        There is no "if" here. A comparison says true or false: s > 1
        """#
    ),
    Complaint(
      "np.linalg.norm(x)",
      says: #"""
          np.linalg.norm(x)
          ^~~~~~~~~~~~~~
        "np.linalg.norm" comes from elsewhere; here it is norm(x)
        """#
    ),
    Complaint(
      "torch.eye(2)",
      says: #"""
          torch.eye(2)
          ^~~~~~~~~
        "torch.eye" comes from elsewhere; here it is identity(2)
        """#
    ),
    Complaint(
      "np.einsum(\"ij\", x)",
      says: #"""
          np.einsum("ij", x)
          ^~~~~~~~~
        "np.einsum" comes from elsewhere, and nothing here is like it; help all lists what there is.
        """#
    ),
    Complaint(
      "math.log(3)",
      says: #"""
          math.log(3)
          ^~~~~~~~
        "math.log" comes from elsewhere; here it is ln or log10
        """#
    ),
    Complaint(
      "np.exp(x)",
      says: #"""
          np.exp(x)
          ^~~~~~
        "np.exp" comes from elsewhere; here it is exp(x)
        """#
    ),
    Complaint(
      "W[1] = 3",
      says: #"""
          W[1] = 3
          ^~~~
        "W[1]" is no name. A definition gives a name to a whole value: W1 = 3. To compare, write ==
        """#
    ),
    Complaint(
      "2 = x",
      says: #"""
          2 = x
            ^
        In a definition the name stands first: x = 2
        """#
    ),
    Complaint(
      "f(2) = 3",
      says: #"""
          f(2) = 3
          ^~~~
        "f(2)" is no name. A definition gives a name to a whole value: M = [[1, 2], [3, 4]]. To compare, write ==
        """#
    ),
    Complaint(
      "over = 3",
      says: #"""
          over = 3
          ^~~~
        "over" is a word of the language and cannot be a name. Try over1
        """#
    ),
    Complaint(
      "x = first",
      says: #"""
          x = first
              ^~~~~
        first needs a name and a condition, as in: first l where rms(a[l]) >= 10
        """#
    ),
    Complaint(
      "f(in) = 1",
      says: #"""
          f(in) = 1
            ^~
        "in" is a word of the language and cannot be a name. Try in1
        """#
    ),
    Complaint(
      "2 + by",
      says: #"""
          2 + by
              ^~
        "by" is a word of the language and cannot be a name. Try by1
        """#
    ),
    Complaint(
      "plot rms(a), over s in [1, 2]",
      says: #"""
          plot rms(a), over s in [1, 2]
                     ^
        A comma separates entries, arguments and the parts of a figure; here it separates nothing. Each statement stands on a line of its own.
        """#
    ),
    Complaint(
      "f(t, t) = t^2",
      says: #"""
          f(t, t) = t^2
               ^
        f has two parameters called t. Call one of them something else.
        """#
    ),
    Complaint(
      "1,5",
      says: #"""
          1,5
          ^~~
        I read "1,5" as two numbers. For a decimal write 1.5.
        """#
    ),
    Complaint(
      "1,000",
      says: #"""
          1,000
          ^~~~~
        I read "1,000" as two numbers. Write 1000, or 1.000 if the comma is a decimal one.
        """#
    ),
    Complaint(
      "1, 5",
      says: #"""
          1, 5
           ^
        A comma separates entries, arguments and the parts of a figure; here it separates nothing. Each statement stands on a line of its own.
        """#
    ),
    Complaint(
      "x = L: 20",
      says: #"""
          x = L: 20
               ^
        A colon follows the label of an argument, as in network(M, depth: 20)
        """#
    ),
    Complaint(
      "x over s in 0.5...1.5",
      says: #"""
          x over s in 0.5...1.5
            ^~~~
        "over" belongs to a figure, as in: plot rms(y) over s in 0.5...1.5
        """#
    ),
    Complaint(
      "rms(a) at 3",
      says: #"""
          rms(a) at 3
                 ^~
        "at" belongs to a figure, as in: table rms(a) at 1...4
        """#
    ),
    Complaint(
      "rms(a) on log",
      says: #"""
          rms(a) on log
                 ^~
        "on" belongs to a figure, as in: plot rms(a) on log
        """#
    ),
    Complaint(
      "2 by 3",
      says: #"""
          2 by 3
            ^~
        "by" gives the step of a range, as in: 0...1 by 0.25
        """#
    ),
    Complaint(
      "x where l",
      says: #"""
          x where l
            ^~~~~
        "where" belongs to a search, as in: first l where rms(a[l]) >= 10
        """#
    ),
    Complaint(
      "x true",
      says: #"""
          x true
            ^~~~
        Nothing stands before "true" that goes with it.
        """#
    ),
    Complaint(
      "2x",
      says: #"""
          2x
          ^~
        "2 x" has nothing between its parts. For the product write 2 * x
        """#
    ),
    Complaint(
      "W x",
      says: #"""
          W x
          ^~~
        "W x" has nothing between its parts. For the product write W * x, for the value of a function W(x)
        """#
    ),
    Complaint(
      "1/(2x)",
      says: #"""
          1/(2x)
             ^~
        "2 x" has nothing between its parts. For the product write 2 * x
        """#
    ),
    Complaint(
      "sqrt(1/2x)",
      says: #"""
          sqrt(1/2x)
                 ^~
        "2 x" has nothing between its parts. For the product write 1/2*x, for a quotient with all of it below 1/(2*x)
        """#
    ),
    Complaint(
      "2*(x y)",
      says: #"""
          2*(x y)
             ^~~
        "x y" has nothing between its parts. For the product write x * y, for the value of a function x(y)
        """#
    ),
    Complaint(
      "2 (3)",
      says: #"""
          2 (3)
          ^~~
        "2 (3)" has nothing between its parts. For the product write 2 * (3)
        """#
    ),
    Complaint(
      "(x) y",
      says: #"""
          (x) y
            ^~~
        "(x) y" has nothing between its parts. For the product write (x) * y
        """#
    ),
    Complaint(
      "\"a\" b",
      says: #"""
          "a" b
          ^~~~~
        Text goes with nothing but a title, as in: plot rms(a) titled "Growth"
        """#
    ),
    Complaint(
      "M^2'",
      says: #"""
          M^2'
             ^
        ' transposes a matrix, and 2 is a number. For the transpose of a power write (M^2)'
        """#
    ),
    Complaint(
      "ploy rms(a)",
      says: #"""
          ploy rms(a)
          ^~~~
        There is no "ploy". Did you mean plot?
        """#
    ),
    Complaint(
      "tabel rms(a)",
      says: #"""
          tabel rms(a)
          ^~~~~
        There is no "tabel". Did you mean table?
        """#
    ),
    Complaint(
      "[1 2]",
      says: #"""
          [1 2]
           ^~~
        Between 1 and 2 a comma is missing.
        """#
    ),
    Complaint(
      "[[1, 2] [3, 4]]",
      says: #"""
          [[1, 2] [3, 4]]
                ^~~
        Between […] and […] a comma is missing.
        """#
    ),
    Complaint(
      "plot rms(a) in float16 float32",
      says: #"""
          plot rms(a) in float16 float32
                         ^~~~~~~~~~~~~~~
        Between float16 and float32 a comma is missing.
        """#
    ),
    Complaint(
      "network(M, depth = 20)",
      says: #"""
          network(M, depth = 20)
                           ^
        The label of an argument takes a colon: depth: …
        """#
    ),
    Complaint(
      "first l where rms(a[l]) = 3",
      says: #"""
          first l where rms(a[l]) = 3
                                  ^
        = gives a name to a value; to compare, write ==
        """#
    ),
    Complaint(
      "s = t = 3",
      says: #"""
          s = t = 3
                ^
        One name gets one value, on a line of its own: t = 3
        """#
    ),
    Complaint(
      "(s = 3)",
      says: #"""
          (s = 3)
             ^
        = gives a name to a value; to compare, write ==
        """#
    ),
    Complaint(
      "first l",
      says: #"""
          first l
          ^~~~~
        first needs a name and a condition, as in: first l where rms(a[l]) >= 10
        """#
    ),
    Complaint(
      "first 3 where x",
      says: #"""
          first 3 where x
          ^~~~~
        first needs a name and a condition, as in: first l where rms(a[l]) >= 10
        """#
    ),
    Complaint(
      "plot",
      says: #"""
          plot
          ^~~~
        plot what? For example: plot rms(a)
        """#
    ),
    Complaint(
      "heatmap",
      says: #"""
          heatmap
          ^~~~~~~
        heatmap what? For example: heatmap rms(a) over s in [0.5, 1, 1.5]
        """#
    ),
    Complaint(
      "plot rms(a) against",
      says: #"""
          plot rms(a) against
                             ^
        The statement ends where a number or a format such as float16 should come.
        """#
    ),
    Complaint(
      "plot rms(a) against 3 against 4",
      says: #"""
          plot rms(a) against 3 against 4
                                ^~~~~~~
        This figure has two "against" clauses; one is enough.
        """#
    ),
    Complaint(
      "plot rms(a) against , 3",
      says: #"""
          plot rms(a) against , 3
                              ^
        "," stands where a number, a name or an expression should come.
        """#
    ),
    Complaint(
      "plot rms(a), against 3",
      says: #"""
          plot rms(a), against 3
                     ^
        A comma separates entries, arguments and the parts of a figure; here it separates nothing. Each statement stands on a line of its own.
        """#
    ),
    Complaint(
      "rms(a) against float16",
      says: #"""
          rms(a) against float16
                 ^~~~~~~
        "against" belongs to a figure, as in: plot rms(a) against float16
        """#
    ),
    Complaint(
      "rms(a) beside plot rms(a)",
      says: #"""
          rms(a) beside plot rms(a)
                 ^~~~~~
        "beside" joins figures, as in: plot rms(a) beside plot norm(a)
        """#
    ),
    Complaint(
      "rms(a) titled \"x\"",
      says: #"""
          rms(a) titled "x"
                 ^~~~~~
        "titled" belongs to a figure, as in: plot rms(a) titled "Growth"
        """#
    ),
    Complaint(
      "plot rms(a) beside",
      says: #"""
          plot rms(a) beside
                      ^~~~~~
        beside joins whole figures, each with its verb, as in: plot rms(a) beside plot norm(a)
        """#
    ),
    Complaint(
      "plot rms(a) beside rms(x)",
      says: #"""
          plot rms(a) beside rms(x)
                             ^~~
        beside joins whole figures, each with its verb, as in: plot rms(a) beside plot norm(a)
        """#
    ),
    Complaint(
      "plot rms(a) beside 3",
      says: #"""
          plot rms(a) beside 3
                             ^
        beside joins whole figures, each with its verb, as in: plot rms(a) beside plot norm(a)
        """#
    ),
    Complaint(
      "plot rms(a) beside plot = 3",
      says: #"""
          plot rms(a) beside plot = 3
                             ^~~~
        beside joins whole figures, each with its verb, as in: plot rms(a) beside plot norm(a)
        """#
    ),
    Complaint(
      "plot rms(a) beside plto rms(x)",
      says: #"""
          plot rms(a) beside plto rms(x)
                             ^~~~
        There is no "plto". Did you mean plot?
        """#
    ),
    Complaint(
      "plot rms(a) beside plot",
      says: #"""
          plot rms(a) beside plot
                             ^~~~
        plot what? For example: plot rms(a)
        """#
    ),
    Complaint(
      "plot x beside plot y on log on log",
      says: #"""
          plot x beside plot y on log on log
                                      ^~
        This figure has two "on" clauses; one is enough.
        """#
    ),
    Complaint(
      "plot y over s in [1, 2] over L in [1, 2]",
      says: #"""
          plot y over s in [1, 2] over L in [1, 2]
                                  ^~~~
        This figure has two "over" clauses; one is enough.
        """#
    ),
    Complaint(
      "plot rms(a) on log on log",
      says: #"""
          plot rms(a) on log on log
                             ^~
        This figure has two "on" clauses; one is enough.
        """#
    ),
    Complaint(
      "plot y over s in [1, 2], L in [1, 2], x in [1, 2]",
      says: #"""
          plot y over s in [1, 2], L in [1, 2], x in [1, 2]
                                                ^
        A figure runs over two parameters at most. Set the others in a definition: s = 1.5
        """#
    ),
    Complaint(
      "plot y over s in [1, 2], s in [3, 4]",
      says: #"""
          plot y over s in [1, 2], s in [3, 4]
                                   ^
        s cannot run over two ranges at once. Give one: over s in 0.5...1.5
        """#
    ),
    Complaint(
      "plot y over 3",
      says: #"""
          plot y over 3
                      ^
        over needs a name and its values, as in: over s in 0.5...1.5
        """#
    ),
    Complaint(
      "plot y over s",
      says: #"""
          plot y over s
                      ^
        over needs a name and its values, as in: over s in 0.5...1.5
        """#
    ),
    Complaint(
      "1 000",
      says: #"""
          1 000
          ^~~~~
        I read "1 000" as two numbers. The digits of one stand together: 1000
        """#
    ),
    Complaint(
      "12 000 000",
      says: #"""
          12 000 000
          ^~~~~~
        I read "12 000" as two numbers. The digits of one stand together: 12000
        """#
    ),
    Complaint(
      "1_000",
      says: #"""
          1_000
          ^~~~~
        The digits of a number stand together: 1000
        """#
    ),
    Complaint(
      "len([1, 2])",
      says: #"""
          len([1, 2])
          ^~~~~~~~~~~
        "len" comes from elsewhere; here it is count([1, 2])
        """#
    ),
    Complaint(
      "linspace(0, 1)",
      says: #"""
          linspace(0, 1)
          ^~~~~~~~~~~~~~
        "linspace" comes from elsewhere; here it is 0...1 by (1 - (0))/49
        """#
    ),
  ]

  @Test("each is reported so", arguments: complaints)
  func report(_ complaint: Complaint) throws {
    try complaint.check()
  }

  @Test("every case has an example")
  func everyCase() throws {
    let shown = Set(try Self.complaints.map { try $0.problemName() })
    #expect(try cases(of: "SyntaxProblem").subtracting(shown) == [])
  }
}
