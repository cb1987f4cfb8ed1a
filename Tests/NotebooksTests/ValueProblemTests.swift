import Testing

@Suite("Values that do not go together")
struct ValueProblemTests {
  static let complaints: [Complaint] = [
    Complaint(
      "[1, 2]*[3, 4]",
      says: #"""
          [1, 2]*[3, 4]
          ^~~~~~~~~~~~~
        * does not go with a vector of 2 and a vector of 2. The scalar product is dot([1, 2], [3, 4]), that entry by entry diagonal([1, 2])*[3, 4]
        """#
    ),
    Complaint(
      "identity(2) + 1",
      says: #"""
          identity(2) + 1
          ^~~~~~~~~~~~~~~
        + does not go with a matrix of 2 × 2 and a number. A number times the identity is a matrix: 0.1*identity(2).
        """#
    ),
    Complaint(
      "[1, 2]*identity(2)",
      says: #"""
          [1, 2]*identity(2)
          ^~~~~~~~~~~~~~~~~~
        * does not go with a vector of 2 and a matrix of 2 × 2. A matrix stands left of the vector it takes: M * x. For a row write x'.
        """#
    ),
    Complaint(
      "net*x",
      after: small,
      says: #"""
          net*x
          ^~~~~
        * does not go with a network of 3 layers and a vector of 2. A network is applied with brackets: net(x).
        """#
    ),
    Complaint(
      "[1, 2]^2",
      says: #"""
          [1, 2]^2
          ^~~~~~~~
        ^ does not go with a vector of 2 and a number. The scalar product is dot([1, 2], [1, 2]), the square of each entry diagonal([1, 2])*[1, 2]
        """#
    ),
    Complaint(
      "2 + true",
      says: #"""
          2 + true
          ^~~~~~~~
        + does not go with a number and a truth value.
        """#
    ),
    Complaint(
      "\"a\" + 1",
      says: #"""
          "a" + 1
          ^~~~~~~
        + does not go with a text and a number.
        """#
    ),
    Complaint(
      "1 == true",
      says: #"""
          1 == true
          ^~~~~~~~~
        == does not go with a number and a truth value.
        """#
    ),
    Complaint(
      "[1, 2] == 1",
      says: #"""
          [1, 2] == 1
          ^~~~~~~~~~~
        == does not go with a vector of 2 and a number. Compare an entry, such as y[1], or a size, such as rms(y).
        """#
    ),
    Complaint(
      "a == x",
      after: small,
      says: #"""
          a == x
          ^~~~~~
        == does not go with a list of vectors for layers 0 to 3 and a vector of 2. Compare one layer of the list, such as a[2].
        """#
    ),
    Complaint(
      "1 < [1, 2]",
      says: #"""
          1 < [1, 2]
          ^~~~~~~~~~
        < does not go with a number and a vector of 2. It compares numbers; take a size, such as rms(…).
        """#
    ),
    Complaint(
      "rms(a) > 10",
      after: small,
      says: #"""
          rms(a) > 10
          ^~~~~~~~~~~
        > does not go with a list of numbers for layers 0 to 3 and a number. To find a layer: first l where rms(a[l]) >= 10
        """#
    ),
    Complaint(
      "1 < 2 < 3",
      says: #"""
          1 < 2 < 3
          ^~~~~~~~~
        < does not go with a truth value and a number. Compare two numbers at a time.
        """#
    ),
    Complaint(
      "1...5...2",
      says: #"""
          1...5...2
          ^~~~~~~~~
        ... does not go with a range of 5 numbers and a number. Its ends are numbers; a step stands behind by, as in 0...1 by 0.25
        """#
    ),
    Complaint(
      "true...3",
      says: #"""
          true...3
          ^~~~~~~~
        ... does not go with a truth value and a number. Its ends are numbers; a step stands behind by, as in 0...1 by 0.25
        """#
    ),
    Complaint(
      "net == net",
      after: small,
      says: #"""
          net == net
          ^~~~~~~~~~
        == does not go with a network of 3 layers and a network of 3 layers.
        """#
    ),
    Complaint(
      "2/[1, 2]",
      says: #"""
          2/[1, 2]
          ^~~~~~~~
        / does not go with a number and a vector of 2.
        """#
    ),
    Complaint(
      "2 - identity(2)",
      says: #"""
          2 - identity(2)
          ^~~~~~~~~~~~~~~
        - does not go with a number and a matrix of 2 × 2. A number times the identity is a matrix: 0.1*identity(2).
        """#
    ),
    Complaint(
      "-\"a\"",
      says: #"""
          -"a"
          ^~~~
        The sign - does not go with a text.
        """#
    ),
    Complaint(
      "sqrt(true)",
      says: #"""
          sqrt(true)
               ^~~~
        A function of numbers does not go with a truth value.
        """#
    ),
    Complaint(
      "rms(true)",
      says: #"""
          rms(true)
              ^~~~
        rms does not go with a truth value. It takes a vector, a matrix, or a list of them.
        """#
    ),
    Complaint(
      "true'",
      says: #"""
          true'
          ^~~~~
        The transpose does not go with a truth value.
        """#
    ),
    Complaint(
      "max([])",
      says: #"""
          max([])
              ^~
        max does not go with an empty vector.
        """#
    ),
    Complaint(
      "[[1, 2], [3, 4], [5, 6]]^2",
      says: #"""
          [[1, 2], [3, 4], [5, 6]]^2
          ^~~~~~~~~~~~~~~~~~~~~~~~~~
        A power does not go with a matrix of 3 × 2. It takes a square one.
        """#
    ),
    Complaint(
      "-net",
      after: small,
      says: #"""
          -net
          ^~~~
        The sign - does not go with a network of 3 layers.
        """#
    ),
    Complaint(
      "tanh(net)",
      after: small,
      says: #"""
          tanh(net)
               ^~~
        A function of numbers does not go with a network of 3 layers.
        """#
    ),
    Complaint(
      "M*[1, 2, 3]",
      after: "M = 1.5*identity(2)",
      says: #"""
          M*[1, 2, 3]
            ^~~~~~~~~
        M is 2 × 2, so it takes a vector of 2; this one has 3.
        """#
    ),
    Complaint(
      "W[2]*[1]",
      after: small,
      says: #"""
          W[2]*[1]
               ^~~
        W[2] is 2 × 2, so it takes a vector of 2; this one has 1.
        """#
    ),
    Complaint(
      "[[1, 2, 3]]*[1, 2]",
      says: #"""
          [[1, 2, 3]]*[1, 2]
                      ^~~~~~
        The matrix is 1 × 3, so it takes a vector of 3; this one has 2.
        """#
    ),
    Complaint(
      "net([1])",
      after: small,
      says: #"""
          net([1])
          ^~~~~~~~
        W[1] is 2 × 2, so it takes a vector of 2; this one has 1.
        """#
    ),
    Complaint(
      "2*M*[1, 2]",
      after: "M = [[1, 2, 3]]",
      says: #"""
          2*M*[1, 2]
              ^~~~~~
        The matrix is 1 × 3, so it takes a vector of 3; this one has 2.
        """#
    ),
    Complaint(
      "[[1, 2, 3]]*identity(2)",
      says: #"""
          [[1, 2, 3]]*identity(2)
          ^~~~~~~~~~~~~~~~~~~~~~~
        The left matrix is 1 × 3, so the right one needs 3 rows; it is 2 × 2.
        """#
    ),
    Complaint(
      "[[1], [2]]*[[1, 2], [3, 4]]",
      says: #"""
          [[1], [2]]*[[1, 2], [3, 4]]
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~
        The left matrix is 2 × 1, so the right one needs 1 row; it is 2 × 2.
        """#
    ),
    Complaint(
      "[1, 2] + [1, 2, 3]",
      says: #"""
          [1, 2] + [1, 2, 3]
          ^~~~~~~~~~~~~~~~~~
        + takes two of the same size; here are a vector of 2 and a vector of 3.
        """#
    ),
    Complaint(
      "identity(2) - identity(3)",
      says: #"""
          identity(2) - identity(3)
          ^~~~~~~~~~~~~~~~~~~~~~~~~
        - takes two of the same size; here are a matrix of 2 × 2 and a matrix of 3 × 3.
        """#
    ),
    Complaint(
      "W + a",
      after: small,
      says: #"""
          W + a
          ^~~~~
        These run over different layers: a list of matrices for layers 1 to 3, and a list of vectors for layers 0 to 3. Take one layer of each, such as a[2]
        """#
    ),
    Complaint(
      "1/0",
      says: #"""
          1/0
            ^
        This divides by zero. Float formats come to infinity, as in: plot rms(a) in float16
        """#
    ),
    Complaint(
      "[1, 2]/0",
      says: #"""
          [1, 2]/0
                 ^
        This divides by zero. Float formats come to infinity, as in: plot rms(a) in float16
        """#
    ),
    Complaint(
      "0^-1",
      says: #"""
          0^-1
          ^~~~
        This divides by zero. Float formats come to infinity, as in: plot rms(a) in float16
        """#
    ),
    Complaint(
      "2/(1 - 1)",
      says: #"""
          2/(1 - 1)
            ^~~~~~~
        This divides by zero. Float formats come to infinity, as in: plot rms(a) in float16
        """#
    ),
    Complaint(
      "identity(2)/0",
      says: #"""
          identity(2)/0
                      ^
        This divides by zero. Float formats come to infinity, as in: plot rms(a) in float16
        """#
    ),
    Complaint(
      "sqrt(-1)",
      says: #"""
          sqrt(-1)
               ^~
        sqrt takes a number of 0 or more; this is -1.
        """#
    ),
    Complaint(
      "ln(0)",
      says: #"""
          ln(0)
             ^
        ln takes a number above 0; this is 0.
        """#
    ),
    Complaint(
      "log10([1, -2])",
      says: #"""
          log10([1, -2])
                ^~~~~~~
        log10 takes a number above 0; this is -2.
        """#
    ),
    Complaint(
      "(-8)^(1/3)",
      says: #"""
          (-8)^(1/3)
               ^~~~~
        ^ takes a whole exponent where the base is negative; this is 0.333333333333333.
        """#
    ),
    Complaint(
      "[[1, 2], [2, 4]]^-1",
      says: #"""
          [[1, 2], [2, 4]]^-1
          ^~~~~~~~~~~~~~~~~~~
        The matrix is singular: it has no inverse and no negative power.
        """#
    ),
    Complaint(
      "[[1/3, 1], [1, 3]]^-1",
      says: #"""
          [[1/3, 1], [1, 3]]^-1
          ^~~~~~~~~~~~~~~~~~~~~
        The matrix is singular, or so nearly that the digits of its inverse are lost: its entries have 32.
        """#
    ),
    Complaint(
      "identity(2)^0.5",
      says: #"""
          identity(2)^0.5
                      ^~~
        A power of a matrix takes a whole exponent; this is 0.5.
        """#
    ),
    Complaint(
      "sin(1e20)",
      says: #"""
          sin(1e20)
              ^~~~
        sin takes a number below 2^52 in size; this is 1e20.
        """#
    ),
    Complaint(
      "log2(0)",
      says: #"""
          log2(0)
               ^
        log2 takes a number above 0; this is 0.
        """#
    ),
    Complaint(
      "a[4]",
      after: small,
      says: #"""
          a[4]
            ^
        There is no a[4]: this is a list of vectors for layers 0 to 3.
        """#
    ),
    Complaint(
      "W[0]",
      after: small,
      says: #"""
          W[0]
            ^
        There is no W[0]: this is a list of matrices for layers 1 to 3.
        """#
    ),
    Complaint(
      "a[1e30]",
      after: small,
      says: #"""
          a[1e30]
            ^~~~
        There is no a[1e30]: this is a list of vectors for layers 0 to 3.
        """#
    ),
    Complaint(
      "[1, 2][3]",
      says: #"""
          [1, 2][3]
                 ^
        There is no entry 3: this is a vector of 2, counted from 1.
        """#
    ),
    Complaint(
      "[1, 2][0]",
      says: #"""
          [1, 2][0]
                 ^
        There is no entry 0: this is a vector of 2, counted from 1. The first is [1, 2][1]
        """#
    ),
    Complaint(
      "identity(2)[1, 3]",
      says: #"""
          identity(2)[1, 3]
                         ^
        There is no entry 3: this is a matrix of 2 × 2, counted from 1.
        """#
    ),
    Complaint(
      "identity(2)[3, 3]",
      says: #"""
          identity(2)[3, 3]
                      ^
        There is no entry 3: this is a matrix of 2 × 2, counted from 1.
        """#
    ),
    Complaint(
      "[1, 2][1, 1]",
      says: #"""
          [1, 2][1, 1]
          ^~~~~~~~~~~~
        There is no entry 1, 1: this is a vector of 2, counted from 1.
        """#
    ),
    Complaint(
      "(1...4)[5]",
      says: #"""
          (1...4)[5]
                  ^
        There is no entry 5: this is a range of 4 numbers, counted from 1.
        """#
    ),
    Complaint(
      "a[1.5]",
      after: small,
      says: #"""
          a[1.5]
            ^~~
        An index is a whole number; this is 1.5.
        """#
    ),
    Complaint(
      "a[1...3]",
      after: small,
      says: #"""
          a[1...3]
            ^~~~~
        An index is a whole number; this is a range of 3 numbers.
        """#
    ),
    Complaint(
      "[1, 2][\"a\"]",
      says: #"""
          [1, 2]["a"]
                 ^~~
        An index is a whole number; this is "a".
        """#
    ),
    Complaint(
      "a[x]",
      after: small,
      says: #"""
          a[x]
            ^
        An index is a whole number; this is a vector of 2.
        """#
    ),
    Complaint(
      "M[1]",
      after: "M = identity(2)",
      says: #"""
          M[1]
          ^~~~
        An entry of a matrix has a row and a column: M[1, 2]. For the weights of layer i: weights(net)[i]
        """#
    ),
    Complaint(
      "W[1][2]",
      after: small,
      says: #"""
          W[1][2]
          ^~~~~~~
        An entry of a matrix has a row and a column: W[1][1, 2]. For the weights of layer i: weights(net)[i]
        """#
    ),
    Complaint(
      "W[1, 2]",
      after: small,
      says: #"""
          W[1, 2]
          ^~~~~~~
        An entry of a matrix has a row and a column: W[1][1, 2]. For the weights of layer i: weights(net)[i]
        """#
    ),
    Complaint(
      "3[1]",
      says: #"""
          3[1]
          ^~~~
        This is a number; only vectors, matrices, ranges and lists have entries.
        """#
    ),
    Complaint(
      "net[1]",
      after: small,
      says: #"""
          net[1]
          ^~~~~~
        This is a network of 3 layers; only vectors, matrices, ranges and lists have entries.
        """#
    ),
    Complaint(
      "true[1]",
      says: #"""
          true[1]
          ^~~~~~~
        This is a truth value; only vectors, matrices, ranges and lists have entries.
        """#
    ),
    Complaint(
      "[[1, 2], [3]]",
      says: #"""
          [[1, 2], [3]]
          ^~~~~~~~~~~~~
        Row 2 has 1 entry, row 1 has 2: the rows of a matrix are equally long.
        """#
    ),
    Complaint(
      "[[1], [2], [3, 4]]",
      says: #"""
          [[1], [2], [3, 4]]
          ^~~~~~~~~~~~~~~~~~
        Row 3 has 2 entries, row 1 has 1: the rows of a matrix are equally long.
        """#
    ),
    Complaint(
      "[1, [2]]",
      says: #"""
          [1, [2]]
          ^~~~~~~~
        A list in brackets holds numbers, or rows of numbers; here is both a number and a row.
        """#
    ),
    Complaint(
      "[\"a\"]",
      says: #"""
          ["a"]
          ^~~~~
        A list in brackets holds numbers, or rows of numbers; here is a text.
        """#
    ),
    Complaint(
      "[a, a]",
      after: small,
      says: #"""
          [a, a]
          ^~~~~~
        A list in brackets holds numbers, or rows of numbers; here is a list of vectors for layers 0 to 3.
        """#
    ),
    Complaint(
      "[identity(2), 3]",
      says: #"""
          [identity(2), 3]
          ^~~~~~~~~~~~~~~~
        A list in brackets holds numbers, or rows of numbers; here is a number.
        """#
    ),
    Complaint(
      "[true]",
      says: #"""
          [true]
          ^~~~~~
        A list in brackets holds numbers, or rows of numbers; here is a truth value.
        """#
    ),
    Complaint(
      "0...1 by 0",
      says: #"""
          0...1 by 0
          ^~~~~~~~~~
        The step of a range is a number other than 0.
        """#
    ),
    Complaint(
      "0...1 by -1",
      says: #"""
          0...1 by -1
          ^~~~~~~~~~~
        With this step the range never gets from its first end to its second.
        """#
    ),
    Complaint(
      "5...1",
      says: #"""
          5...1
          ^~~~~
        A range of whole numbers runs upwards. To count down: 5...1 by -1
        """#
    ),
    Complaint(
      "rounded(1e10, to: float16)...3",
      says: #"""
          rounded(1e10, to: float16)...3
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        The ends of a range are finite numbers.
        """#
    ),
    Complaint(
      "1...2000000",
      says: #"""
          1...2000000
          ^~~~~~~~~~~
        This range has 2e6 values; at most 1 000 000 are taken. Give a larger step with by.
        """#
    ),
    Complaint(
      "0...1 by 1e-30",
      says: #"""
          0...1 by 1e-30
          ^~~~~~~~~~~~~~
        This range has 1e30 values; at most 1 000 000 are taken. Give a larger step with by.
        """#
    ),
    Complaint(
      "1...10^30",
      says: #"""
          1...10^30
          ^~~~~~~~~
        This range has 1e30 values; at most 1 000 000 are taken. Give a larger step with by.
        """#
    ),
    Complaint(
      "first l where rms(a[l])",
      after: small,
      says: #"""
          first l where rms(a[l])
                        ^~~~~~~~~
        The condition is a number, neither true nor false. Compare it: rms(a[l]) >= 10
        """#
    ),
    Complaint(
      "first l where 3 > 2",
      says: #"""
          first l where 3 > 2
          ^~~~~~~~~~~~~~~~~~~
        Nothing says over which layers l runs: index a list with it, as in first l where rms(a[l]) >= 10
        """#
    ),
    Complaint(
      "net.foo",
      after: small,
      says: #"""
          net.foo
          ^~~~~~~
        A network of 3 layers has no "foo".
        """#
    ),
    Complaint(
      "net.depth",
      after: small,
      says: #"""
          net.depth
          ^~~~~~~~~
        A network of 3 layers has no "depth". Write depth(net)
        """#
    ),
    Complaint(
      "[1, 2].sum",
      says: #"""
          [1, 2].sum
          ^~~~~~~~~~
        A vector of 2 has no "sum". Write sum([1, 2])
        """#
    ),
    Complaint(
      "identity(2).shape",
      says: #"""
          identity(2).shape
          ^~~~~~~~~~~~~~~~~
        A matrix of 2 × 2 has no "shape".
        """#
    ),
    Complaint(
      "network([W[1], identity(3)])",
      after: small,
      says: #"""
          network([W[1], identity(3)])
                  ^~~~~~~~~~~~~~~~~~~
        W[2] is 3 × 3 and takes a vector of 3; a[1] has 2.
        """#
    ),
    Complaint(
      "network([[1, 2]], depth: 3)",
      says: #"""
          network([[1, 2]], depth: 3)
                  ^~~~~~~~
        W[2] is 1 × 2 and takes a vector of 2; a[1] has 1.
        """#
    ),
    Complaint(
      "network(identity(2), depth: 3, bias: [1])",
      says: #"""
          network(identity(2), depth: 3, bias: [1])
                                         ^~~~~~~~~
        b[1] has 1 entry; z[1] has 2.
        """#
    ),
    Complaint(
      "network(identity(2), depth: 3, last: identity(3))",
      says: #"""
          network(identity(2), depth: 3, last: identity(3))
                                         ^~~~~~~~~~~~~~~~~
        W[3] is 3 × 3 and takes a vector of 3; a[2] has 2.
        """#
    ),
    Complaint(
      "dot([1, 2], [1])",
      says: #"""
          dot([1, 2], [1])
                      ^~~
        A dot product needs vectors of one length; these have 2 and 1 entry.
        """#
    ),
    Complaint(
      "trace([[1, 2]])",
      says: #"""
          trace([[1, 2]])
                ^~~~~~~~
        A 1 × 2 matrix is not square: it has no power, no inverse and no trace.
        """#
    ),
    Complaint(
      "loss(net, x, loss: squared_error([1]))",
      after: small,
      says: #"""
          loss(net, x, loss: squared_error([1]))
                       ^~~~~~~~~~~~~~~~~~~~~~~~
        The target has 1 entry; the output ŷ has 2.
        """#
    ),
    Complaint(
      "network(gaussian(), width: 2, depth: 2, bias_deviation: -1)",
      says: #"""
          network(gaussian(), width: 2, depth: 2, bias_deviation: -1)
                                                  ^~~~~~~~~~~~~~~~~~
        bias_deviation of network takes a number of 0 or more; this is -1.
        """#
    ),
    Complaint(
      "2*(first l where rms(a[l]) > 100)",
      after: small,
      says: #"""
          2*(first l where rms(a[l]) > 100)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        No layer fulfils the condition ("never up to 3"), so there is no number to compute with.
        """#
    ),
    Complaint(
      "a[first l where rms(a[l]) > 100]",
      after: small,
      says: #"""
          a[first l where rms(a[l]) > 100]
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        No layer fulfils the condition ("never up to 3"), so there is no number to compute with.
        """#
    ),
    Complaint(
      "3 < (first l where rms(a[l]) > 100)",
      after: small,
      says: #"""
          3 < (first l where rms(a[l]) > 100)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        No layer fulfils the condition ("never up to 3"), so there is no number to compute with.
        """#
    ),
    Complaint(
      "2*t.loss[11]",
      after: "t = train(network([[0]], depth: 1), samples([[1]], [[1]]), rate: 3, steps: 20)",
      says: #"""
          2*t.loss[11]
          ^~~~~~~~~~~~
        The training diverged at step 10, so there is no number to compute with.
        """#
    ),
    Complaint(
      "condition_number([[1, 2], [2, 4]])",
      says: #"""
          condition_number([[1, 2], [2, 4]])
                           ^~~~~~~~~~~~~~~~
        Its rank is 1, so 1 of 2 directions is lost and no finite number says how much. singular_values(J) shows the others.
        """#
    ),
    Complaint(
      "largest_stable_rate(network(1e200*identity(2), depth: 3), xor)",
      says: #"""
          largest_stable_rate(network(1e200*identity(2), depth: 3), xor)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        At these weights the loss is beyond float64, which training computes in, so no rate is stable. diagnose(net) says where it explodes.
        """#
    ),
    Complaint(
      "largest_stable_rate(network(0*identity(2), depth: 3), xor)",
      says: #"""
          largest_stable_rate(network(0*identity(2), depth: 3), xor)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        At these weights the loss bends upward in no direction, as where every gradient is 0, so it sets no largest rate. Ask at other weights: another seed, a larger gain.
        """#
    ),
    Complaint(
      "mean_field(relu, weight_deviation: 2)",
      says: #"""
          mean_field(relu, weight_deviation: 2)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        With these deviations the variance of relu grows from layer to layer without end, so there is no q*. variance_map(relu, q, …) shows one layer.
        """#
    ),
    Complaint(
      "correlation_map(tanh, 0.5, weight_deviation: 0.5)",
      says: #"""
          correlation_map(tanh, 0.5, weight_deviation: 0.5)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        Here every signal shrinks to 0 with depth, and 0 has no correlation with anything. Take a larger weight_deviation, or a bias_deviation above 0.
        """#
    ),
    Complaint(
      "edge_of_chaos(tanh, bias_deviation: 0.2, bias_variance: 0.05)",
      says: #"""
          edge_of_chaos(tanh, bias_deviation: 0.2, bias_variance: 0.05)
                              ^~~~~~~~~~~~~~~~~~~
        bias_deviation means nothing to this edge_of_chaos: it goes without bias_variance.
        """#
    ),
    Complaint(
      "edge_of_chaos(relu, bias_variance: 1)",
      says: #"""
          edge_of_chaos(relu, bias_variance: 1)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        With these biases no weight variance gives relu χ = 1 and a variance that stays. Without biases it has one: edge_of_chaos(relu)
        """#
    ),
    Complaint(
      "theory(network([[1, 2], [3, 4]], depth: 2), x)",
      after: small,
      says: #"""
          theory(network([[1, 2], [3, 4]], depth: 2), x)
                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        The weights of this network were given, not drawn, and theory is of drawn ones, as in network(gaussian(), width: 64, depth: 20). Of given ones it knows linear layers s*I alone, as in network(1.5*identity(2), depth: 20).
        """#
    ),
    Complaint(
      "net([[1], [2], [3]])",
      after: small,
      says: #"""
          net([[1], [2], [3]])
          ^~~~~~~~~~~~~~~~~~~~
        Each row of a matrix is a sample: these have 1 entry, and the network takes 2. Where samples stand as columns, write a prime behind the matrix.
        """#
    ),
    Complaint(
      "layer_jacobian(network(he(), width: 2, depth: 4, residual: 1, block: 2), x, 3)",
      after: small,
      says: #"""
          …, depth: 4, residual: 1, block: 2), x, 3)
                                                  ^
        Layer 3 is inside a block: the skip past it begins behind layer 2 and ends in layer 4. Take 4 for the factor of the block.
        """#
    ),
    Complaint(
      "mean_field(tanh, weight_deviation: 2).qi",
      says: #"""
          mean_field(tanh, weight_deviation: 2).qi
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        The mean field of tanh has no "qi". Write .q
        """#
    ),
    Complaint(
      "train(net, linear_teacher(inputs: 1, outputs: 3, samples: 9), rate: 1, steps: 2)",
      after: small,
      says: #"""
          train(net, linear_teacher(inputs: 1, outputs: 3, samples: 9), rate: 1, steps…
                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        This task has 1 input and 3 outputs, the network 2 and 2. Make one that fits: network(he(), widths: [1, 16, 3])
        """#
    ),
    Complaint(
      "2*singular_values([[sqrt(2), 2], [1, sqrt(2)]])[2]",
      says: #"""
          2*singular_values([[sqrt(2), 2], [1, sqrt(2)]])[2]
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        This is no number but a bound (< 1e-29: not determined by these entries): rounding an entry in its last place changes the value by as much as itself. Compute with the values that are determined.
        """#
    ),
    Complaint(
      "rank([[sqrt(2), 2], [1, sqrt(2)]])",
      says: #"""
          rank([[sqrt(2), 2], [1, sqrt(2)]])
               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
        The rank is 1 or 2: σ[2] < 1e-29, and rounding an entry in its last place changes it by as much as itself. Entries that are no results but decimals, as 0.1 or 3, settle it.
        """#
    ),
    Complaint(
      "condition_number([[sqrt(2), 2], [1, sqrt(2)]])",
      says: #"""
          condition_number([[sqrt(2), 2], [1, sqrt(2)]])
                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
        The condition number is above 3e29: the smallest singular value is not determined by these entries. singular_values(J) shows all.
        """#
    ),
    Complaint(
      "singular_values(jacobian(net, ones(2001)), largest: 1)",
      after: "net = network(diagonal(1...1.01 by 0.000005), depth: 1)",
      says: #"""
          singular_values(jacobian(net, ones(2001)), largest: 1)
                          ^~~~~~~~~~~~~~~~~~~~~~~~~
        The iteration for singular values did not settle: values close to each other keep it from telling them apart. Ask for those of a smaller matrix.
        """#
    ),
    Complaint(
      "correlation(network(identity(2), depth: 2, activation: relu), [1, 1], [-1, -1])",
      says: #"""
          …, depth: 2, activation: relu), [1, 1], [-1, -1])
                                                  ^~~~~~~~
        z[2] is 0 for y, and what is 0 has no direction and no angle. Take another input, or an activation that lets something through.
        """#
    ),
    Complaint(
      "train(net, spirals(), rate: 0.1, steps: 2)",
      after: "net = recurrent(gaussian(), steps: 4, width: 4, inputs: 2)",
      says: #"""
          train(net, spirals(), rate: 0.1, steps: 2)
                     ^~~~~~~~~
        A row of this task has 2 numbers and a target of 2; the network takes 4 steps of 2 and gives 4. Make one that fits: recurrent(gaussian(), width: 16, inputs: 1, outputs: 2, steps: 2, activation: tanh)
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
    #expect(try cases(of: "ValueProblem").subtracting(shown) == [])
  }
}
