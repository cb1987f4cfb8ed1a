import Testing

@Suite("Figures that cannot be drawn")
struct FigureProblemTests {
  static let complaints: [Complaint] = [
    Complaint(
      "bars [1, 2] on loglog",
      says: #"""
          bars [1, 2] on loglog
          ^~~~
        loglog is for lines and points over numbers, as in: plot s^2 over s in 1...1000 on loglog. Other figures take on log.
        """#
    ),
    Complaint(
      "plot net",
      after: lecture,
      says: #"""
          plot net
               ^~~
        plot shows numbers, one for each layer or value; this is a network of 20 layers. For example: plot rms(a)
        """#
    ),
    Complaint(
      "plot a",
      after: lecture,
      says: #"""
          plot a
               ^
        plot shows numbers, one for each layer or value; this is a list of vectors for layers 0 to 20. Take its size: rms(…), norm(…) or an entry.
        """#
    ),
    Complaint(
      "table M",
      after: lecture,
      says: #"""
          table M
                ^
        table shows numbers, one for each layer or value; this is a matrix of 2 × 2. Take its size: rms(…), norm(…) or an entry.
        """#
    ),
    Complaint(
      "plot true",
      says: #"""
          plot true
               ^~~~
        plot shows numbers, one for each layer or value; this is a truth value. For example: plot rms(a)
        """#
    ),
    Complaint(
      "plot \"a\"",
      says: #"""
          plot "a"
               ^~~
        plot shows numbers, one for each layer or value; this is a text. For example: plot rms(a)
        """#
    ),
    Complaint(
      "plot y > 1 over s in [1, 2]",
      after: lecture,
      says: #"""
          plot y > 1 over s in [1, 2]
               ^~~~~
        > does not go with a vector of 2 and a number. It compares numbers; take a size, such as rms(…).
        """#
    ),
    Complaint(
      "plot tanh",
      says: #"""
          plot tanh
               ^~~~
        plot shows numbers, one for each layer or value; this is the function tanh. For example: plot rms(a)
        """#
    ),
    Complaint(
      "plot []",
      says: #"""
          plot []
               ^~
        plot has nothing to show: this vector is empty.
        """#
    ),
    Complaint(
      "plot rms(a) over s in [1, 2] in float16, bfloat16, float32, float64, float8_e4m3",
      after: lecture,
      says: #"""
          …n float16, bfloat16, float32, float64, float8_e4m3
                                                  ^~~~~~~~~~~
        This would be 10 lines; 8 can be told apart. Give fewer expressions or formats, or write two figures.
        """#
    ),
    Complaint(
      "plot rms(a), rms(a), rms(a), rms(a), rms(a), rms(a), rms(a), rms(a), rms(a)",
      after: lecture,
      says: #"""
          plot rms(a), rms(a), rms(a), rms(a), rms(a), rms(a), rms(a), rms(a), rms(a)
                                                                               ^~~~~~
        This would be 9 lines; 8 can be told apart. Give fewer expressions or formats, or write two figures.
        """#
    ),
    Complaint(
      "table y, y, y, y, y, y, y, y, y over s in [1, 2, 3], L in [1, 2]",
      after: lecture,
      says: #"""
          table y, y, y, y, y, y, y, y, y over s in [1, 2, 3], L in [1, 2]
          ^~~~~
        This would be 54 columns; a table has 16 at most. Give fewer expressions or formats, or write two figures.
        """#
    ),
    Complaint(
      "plot rms(a), s over s in [1, 2]",
      after: lecture,
      says: #"""
          plot rms(a), s over s in [1, 2]
                       ^
        One figure has one axis: the first part runs over layers, this one over s.
        """#
    ),
    Complaint(
      "plot rms(a), x",
      after: lecture,
      says: #"""
          plot rms(a), x
                       ^
        One figure has one axis: the first part runs over layers, this one over the entries of a vector.
        """#
    ),
    Complaint(
      "plot x, s over s in [1, 2]",
      after: lecture,
      says: #"""
          plot x, s over s in [1, 2]
                  ^
        One figure has one axis: the first part runs over the entries of a vector, this one over s.
        """#
    ),
    Complaint(
      "plot y over s in 1",
      after: lecture,
      says: #"""
          plot y over s in 1
                           ^
        over takes a range or a list of numbers, such as 0.5...1.5 or [0.5, 1.5]; this is a number.
        """#
    ),
    Complaint(
      "plot y over s in []",
      after: lecture,
      says: #"""
          plot y over s in []
                           ^~
        over takes a range or a list of numbers, such as 0.5...1.5 or [0.5, 1.5]; this is a vector of 0.
        """#
    ),
    Complaint(
      "plot y over s in a",
      after: lecture,
      says: #"""
          plot y over s in a
                           ^
        over takes a range or a list of numbers, such as 0.5...1.5 or [0.5, 1.5]; this is a list of vectors for layers 0 to 20.
        """#
    ),
    Complaint(
      "plot rms(a) over L2 in [1, 2]",
      after: lecture,
      says: #"""
          plot rms(a) over L2 in [1, 2]
                           ^~
        Nothing in this figure depends on L2, so it would be the same for each value. Write it where it counts, as in: plot f(L2) over L2 in 0.5...1.5
        """#
    ),
    Complaint(
      "plot rms(a) over y in [1, 2]",
      after: lecture,
      says: #"""
          plot rms(a) over y in [1, 2]
                           ^
        Nothing in this figure depends on y, so it would be the same for each value. Write it where it counts, as in: plot f(y) over y in 0.5...1.5
        """#
    ),
    Complaint(
      "plot rms(y)",
      after: lecture,
      says: #"""
          plot rms(y)
               ^~~~~~
        plot needs an axis, and this is one number. Let a parameter run: plot rms(y) over s in 0.5...1.5
        """#
    ),
    Complaint(
      "table 3",
      says: #"""
          table 3
                ^
        table needs an axis, and this is one number. Let a parameter run: table rms(y) over s in 0.5...1.5
        """#
    ),
    Complaint(
      "table train(network([[1]], depth: 1), samples([[1]], [[2]]), rate: 0.1, steps: 1).outcome",
      says: #"""
          table train(network([[1]], depth: 1), samples([[1]], [[2]]), rate: 0.1, step…
                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        table needs an axis, and this is one text. Let a parameter run: table rms(y) over s in 0.5...1.5
        """#
    ),
    Complaint(
      "plot 3 + s",
      after: lecture,
      says: #"""
          plot 3 + s
               ^~~~~
        plot needs an axis, and this is one number. Let a parameter run: plot rms(y) over s in 0.5...1.5
        """#
    ),
    Complaint(
      "plot rms(y) at 3 over s in 0.5...1.5",
      after: lecture,
      says: #"""
          plot rms(y) at 3 over s in 0.5...1.5
                         ^
        at chooses layers, and nothing in this figure runs over layers. Leave it out.
        """#
    ),
    Complaint(
      "plot x at 1",
      after: lecture,
      says: #"""
          plot x at 1
                    ^
        at chooses layers, and nothing in this figure runs over layers. Leave it out.
        """#
    ),
    Complaint(
      "plot rms(a) at true",
      after: lecture,
      says: #"""
          plot rms(a) at true
                         ^~~~
        at takes layers, such as 1...4, 20; this is a truth value.
        """#
    ),
    Complaint(
      "plot rms(a) at net",
      after: lecture,
      says: #"""
          plot rms(a) at net
                         ^~~
        at takes layers, such as 1...4, 20; this is a network of 20 layers.
        """#
    ),
    Complaint(
      "plot rms(a) at 99",
      after: lecture,
      says: #"""
          plot rms(a) at 99
                         ^~
        There is no layer 99: this is a list for layers 0 to 20.
        """#
    ),
    Complaint(
      "table rms(a) at 1...4, 24...28",
      after: lecture,
      says: #"""
          table rms(a) at 1...4, 24...28
                                 ^~~~~~~
        There is no layer 24: this is a list for layers 0 to 20.
        """#
    ),
    Complaint(
      "plot rms(a) at 1.5",
      after: lecture,
      says: #"""
          plot rms(a) at 1.5
                         ^~~
        There is no layer 1.5: this is a list for layers 0 to 20.
        """#
    ),
    Complaint(
      "plot rms(W) at 0",
      after: lecture,
      says: #"""
          plot rms(W) at 0
                         ^
        There is no layer 0: this is a list for layers 1 to 20.
        """#
    ),
    Complaint(
      "plot rms(a) in float99",
      after: lecture,
      says: #"""
          plot rms(a) in float99
                         ^~~~~~~
        "float99" is no number format. Did you mean float16?
        """#
    ),
    Complaint(
      "plot rms(a) in half",
      after: lecture,
      says: #"""
          plot rms(a) in half
                         ^~~~
        "half" is no number format. Did you mean float16?
        """#
    ),
    Complaint(
      "table rms(y) over s in 0.5...1.5, L in 1...150",
      after: lecture,
      says: #"""
          table rms(y) over s in 0.5...1.5, L in 1...150
                                            ^
        Two ranges make a surface. For lines give one of them as a list: over s in 0.5...1.5, L in [10, 50]
        """#
    ),
    Complaint(
      "heatmap rms(y), norm(y) over s in 0.5...1.5, L in 1...150",
      after: lecture,
      says: #"""
          heatmap rms(y), norm(y) over s in 0.5...1.5, L in 1...150
                          ^~~~~~~
        A surface is one quantity in one format. For several write several figures, or lines: plot rms(y) over s in 0.5...1.5, L in [10, 50]
        """#
    ),
    Complaint(
      "heatmap rms(y) over s in 0.5...1.5",
      after: lecture,
      says: #"""
          heatmap rms(y) over s in 0.5...1.5
                  ^~~~~~
        A heatmap has two directions, and this runs over one: heatmap log10(rms(y)) over s in 0.5...1.5, L in 1...50, or a list by layer over one parameter.
        """#
    ),
    Complaint(
      "draw rms(a)",
      after: lecture,
      says: #"""
          draw rms(a)
               ^~~~~~
        draw takes a network, and beside it a number for each layer if you like: draw net, rms(a)
        """#
    ),
    Complaint(
      "plot rms(a) against \"x\"",
      after: lecture,
      says: #"""
          plot rms(a) against "x"
                              ^~~
        against takes numbers, and formats for their limits: against 1e-3, float16. This is a text.
        """#
    ),
    Complaint(
      "plot rms(a) against half",
      after: lecture,
      says: #"""
          plot rms(a) against half
                              ^~~~
        "half" is no number format. Did you mean float16?
        """#
    ),
    Complaint(
      "plot rms(a) against 3, float33",
      after: lecture,
      says: #"""
          plot rms(a) against 3, float33
                                 ^~~~~~~
        "float33" is no number format. Did you mean float32?
        """#
    ),
    Complaint(
      "plot rms(a) against a",
      after: lecture,
      says: #"""
          plot rms(a) against a
                              ^
        against takes numbers, and formats for their limits: against 1e-3, float16. This is a list of vectors for layers 0 to 20.
        """#
    ),
    Complaint(
      "table rms(a) against 3",
      after: lecture,
      says: #"""
          table rms(a) against 3
                               ^
        A table has no axis to mark a level on: plot rms(a) against float16
        """#
    ),
    Complaint(
      "draw net against 3",
      after: lecture,
      says: #"""
          draw net against 3
                           ^
        Without sizes a drawing has nothing to compare: draw net, rms(a) against float16
        """#
    ),
    Complaint(
      "plot rms(a) beside table rms(a)",
      after: lecture,
      says: #"""
          plot rms(a) beside table rms(a)
                             ^~~~~
        A table stands alone, since its rows would be cut. One table takes several quantities: table rms(a), norm(a)
        """#
    ),
    Complaint(
      "plot x beside plot x beside plot x beside plot x beside plot x",
      after: lecture,
      says: #"""
          plot x beside plot x beside plot x beside plot x beside plot x
                                                                  ^~~~
        This would be 5 figures; 4 fit beside each other.
        """#
    ),
    Complaint(
      "draw net, rms(a), norm(a)",
      after: lecture,
      says: #"""
          draw net, rms(a), norm(a)
                            ^~~~~~~
        draw shows the size of one thing beside a network. For another make a second drawing: draw net, rms(a) beside draw net, norm(a)
        """#
    ),
    Complaint(
      "draw net, rms(a) in float16, float32",
      after: lecture,
      says: #"""
          draw net, rms(a) in float16, float32
                                       ^~~~~~~
        draw shows the size of one thing beside a network. For another make a second drawing: draw net, rms(a) beside draw net, norm(a)
        """#
    ),
    Complaint(
      "table 1.5^l over l in 27...29 in float16",
      says: #"""
          table 1.5^l over l in 27...29 in float16
                ^~~~~
        No network's pass computes 1.5^l, and float16 rounds nothing else. To round what comes out write table rounded(1.5^l, to: float16) over l in 27...29
        """#
    ),
    Complaint(
      "draw net in float99",
      after: lecture,
      says: #"""
          draw net in float99
                      ^~~~~~~
        "float99" is no number format. Did you mean float16?
        """#
    ),
    Complaint(
      "draw net on log",
      after: lecture,
      says: #"""
          draw net on log
          ^~~~
        draw shows all there is and takes no "on". Leave it out, or write plot.
        """#
    ),
    Complaint(
      "draw net at 1...3",
      after: lecture,
      says: #"""
          draw net at 1...3
                      ^~~~~
        draw shows all there is and takes no "at". Leave it out, or write plot.
        """#
    ),
    Complaint(
      "heatmap rms(a) over s in [1, 2] at 1...3",
      after: lecture,
      says: #"""
          heatmap rms(a) over s in [1, 2] at 1...3
                                             ^~~~~
        heatmap shows all there is and takes no "at". Leave it out, or write plot.
        """#
    ),
    Complaint(
      "draw network(M, depth: 3), rms(a)",
      after: lecture,
      says: #"""
          draw network(M, depth: 3), rms(a)
                                     ^~~~~~
        This is a list of numbers for layers 0 to 20, and the network drawn has layers 0 to 3.
        """#
    ),
    Complaint(
      "histogram net",
      after: lecture,
      says: #"""
          histogram net
                    ^~~
        histogram shows numbers, one for each layer or value; this is a network of 20 layers. For example: histogram rms(a)
        """#
    ),
    Complaint(
      "cobweb tanh(2*t)",
      says: #"""
          cobweb tanh(2*t)
          ^~~~~~
        A cobweb applies a function of one number again and again; say over which range: cobweb tanh(2*t) over t in -1...1
        """#
    ),
    Complaint(
      "heatmap network(he(), width: 3, depth: 2)",
      says: #"""
          heatmap network(he(), width: 3, depth: 2)
                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        What a network decides is shown over two inputs; this one has 3. For example: heatmap network(he(), widths: [2, 8, 2], activation: relu)
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
    #expect(try cases(of: "FigureProblem").subtracting(shown) == [])
  }
}
