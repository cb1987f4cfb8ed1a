import Plotting
import TerminalText
import Testing

/// What values can be: cases 1 to 22 of the list of what breaks plots.
@Suite("Values that break plots")
struct ValueCaseTests {
  @Test("1 A constant series lies in the middle, with labels around it")
  func case1() throws {
    let picture = try Picture(figure([3, 3, 3]))
    #expect(picture.labels.map(\.text) == ["2", "3", "4"])
    let rows = Set((0..<picture.plotColumns).flatMap { picture.rows(of: "*", column: $0) })
    #expect(rows == [picture.rows / 2])
  }

  @Test("2 Constant zero on a linear axis")
  func case2() throws {
    let picture = try Picture(figure([0, 0, 0], axis: .linear))
    #expect(picture.labels.contains { $0.text == "0" })
    #expect(picture.count("*") == picture.plotColumns)
  }

  @Test("3 A constant on a log axis")
  func case3() throws {
    let picture = try Picture(figure([100, 100], axis: .logarithmic))
    #expect(picture.labels.contains { $0.text == "100" })
    #expect(picture.count("*") == picture.plotColumns)
  }

  @Test("4 A single point")
  func case4() throws {
    for axis in [AxisRequest.automatic, .linear, .logarithmic, .symmetricLogarithmic] {
      let picture = try Picture(figure([7], axis: axis))
      #expect(picture.count("*") == 1)
    }
  }

  @Test("5 No points, no series")
  func case5() throws {
    #expect(figure([]).rendered(columns: 40, rows: 10).plain.contains("no points"))
    #expect(figure().rendered(columns: 40, rows: 10).plain.contains("no points"))
    #expect(figure([]).description == ["Empty plot, 1 line.", "There is nothing to show."])
  }

  @Test("6 Nothing but NaN")
  func case6() throws {
    let figure = figure([.nan, .nan])
    let picture = try Picture(figure)
    #expect(figure.rendered(columns: 72, rows: 20).plain.contains("no finite values"))
    #expect(picture.smallPrint.contains("all 2 layers are not a number"))
    #expect(figure.description[1] == "line 1: all 2 layers are not a number.")
  }

  @Test("7 NaN first, last, inside: a gap, and a lone point between two stays visible")
  func case7() throws {
    let nan = Double.nan
    let picture = try Picture(figure([nan, 1, nan, 3, 4, nan, nan, 2, nan]))
    #expect(picture.smallPrint.contains("5 layers are not a number"))
    let columns = (0..<picture.plotColumns).filter { !picture.rows(of: "*", column: $0).isEmpty }
    let step = Double(picture.plotColumns - 1) / 8
    let expected =
      [1, 7].map { Int((Double($0) * step).rounded()) }
      + Array(Int((3 * step).rounded())...Int((4 * step).rounded()))
    #expect(Set(columns) == Set(expected))
  }

  @Test("8 Infinities are marked on the edges and do not stretch the axis")
  func case8() throws {
    let picture = try Picture(figure([1, .infinity, 2, -.infinity, 3], axis: .linear))
    #expect(picture.count("^") == 1 && picture.count("v") == 1)
    #expect(picture.rows(of: "^", column: 17).first == picture.rows - 1)
    #expect(picture.labels.map(\.text) == ["1", "2", "3"])
    #expect(picture.smallPrint.contains("^ layer 1 is infinite"))
    #expect(picture.smallPrint.contains("v layer 3 is minus infinity"))
  }

  @Test("9 A zero on a log axis is marked and counted")
  func case9() throws {
    let picture = try Picture(figure([1, 10, 0, 100, 0], axis: .logarithmic))
    #expect(picture.count("v") == 2)
    #expect(picture.smallPrint.contains("v 2 layers are zero, the first is layer 2"))
    let lasting = try Picture(figure([1, 1e-5, 0, 0], axis: .logarithmic))
    #expect(lasting.smallPrint.contains("v 2 layers are zero, from layer 2 on"))
  }

  @Test("10 Nothing positive on a log axis")
  func case10() throws {
    let figure = figure([0, -1, 0], axis: .logarithmic)
    let text = figure.rendered(columns: 72, rows: 20).plain
    #expect(text.contains("no positive values"))
    #expect(text.contains("2 layers are zero"))
    #expect(text.contains("layer 1 is negative"))
  }

  @Test("11 Negative values on a log axis are marked and counted; automatic takes both sides")
  func case11() throws {
    let values = [1, -10, 1e5, -1e6]
    let picture = try Picture(figure(values, axis: .logarithmic))
    #expect(picture.count("v") == 2)
    #expect(picture.smallPrint.contains("2 layers are negative"))
    let automatic = try Picture(figure(values))
    #expect(automatic.count("v") == 0)
    #expect(automatic.labels.contains { $0.text == "0" })
    #expect(automatic.smallPrint.contains("log axis on both sides of 0"))
  }

  @Test("12 Minus zero is zero")
  func case12() throws {
    let figure = figure([-0.0, 1, 2], axis: .linear)
    let picture = try Picture(figure)
    #expect(picture.labels.first?.text == "0")
    #expect(!figure.data.contains("-0"))
    #expect(!figure.description.joined().contains("-0"))
    #expect(Sample(-0.0) == Sample(0))
  }

  @Test("13 1e308 and -1e308 together, on every axis")
  func case13() throws {
    for axis in [AxisRequest.linear, .automatic, .symmetricLogarithmic] {
      let picture = try Picture(figure([1e308, -1e308, 1.7e308], axis: axis))
      #expect(!picture.rows(of: "*", column: picture.plotColumns - 1).isEmpty)
      #expect(picture.rows(of: "*", column: picture.plotColumns - 1).last == picture.rows - 1)
      #expect(picture.labels.count >= 2)
      #expect(picture.labels.allSatisfy { $0.text.count <= 7 })
    }
  }

  @Test("14 From 1e-308 to 1e308 on a log axis, all three points")
  func case14() throws {
    let picture = try Picture(figure([1e-308, 1, 1e308], axis: .logarithmic))
    #expect(
      picture.labels.map(\.text) == [
        "1e-300", "1e-200", "1e-100", "1e0", "1e100", "1e200", "1e300",
      ]
        || picture.labels.map(\.text).contains("1e0")
    )
    #expect(picture.rows(of: "*", column: 0) == [0])
    #expect(picture.rows(of: "*", column: picture.plotColumns - 1) == [picture.rows - 1])
  }

  @Test("15 Subnormals")
  func case15() throws {
    let least = 0x1p-1074
    for axis in [AxisRequest.linear, .logarithmic] {
      let picture = try Picture(figure([least, least * 2, least * 1000], axis: axis))
      #expect(picture.rows(of: "*", column: picture.plotColumns - 1).last == picture.rows - 1)
      #expect(picture.labels.count >= 2)
    }
    let figure = figure([least])
    #expect(figure.data.hasSuffix("0\t4.94065645841247e-324\n"))
  }

  @Test("16 Samples of 10^±5000")
  func case16() throws {
    let y = [sample(log10: -5000), sample(log10: 0), sample(log10: 5000)]
    var figure = Figure(kind: .line([Series(name: "a", first: 0, y: y)]))
    let picture = try Picture(figure)
    #expect(
      picture.labels.map(\.text) == ["1e-5000", "1e-2500", "1e0", "1e2500", "1e5000"]
        || picture.labels.map(\.text) == ["1e-4000", "1e-2000", "1e0", "1e2000", "1e4000"]
    )
    #expect(figure.description[1].contains("to 1e5000"))
    figure.axis = .linear
    let linear = try Picture(figure)
    #expect(linear.labels.first?.text == "0" && linear.labels.last?.text == "1e5000")
    figure.axis = .symmetricLogarithmic
    #expect(try Picture(figure).labels.count >= 2)
  }

  @Test("17, 18 Tiny differences far from zero: labels count from a base that a note names")
  func case17() throws {
    let far = try Picture(figure([1e16, 1e16 + 2, 1e16 + 4], axis: .linear))
    #expect(far.labels.map(\.text) == ["+0", "+2", "+4"])
    #expect(far.smallPrint.contains("labels with + count from 10000000000000000"))
    let near = try Picture(figure((0..<10).map { 1 + 1e-12 * Double($0) }, axis: .linear))
    #expect(near.labels.map(\.text) == ["+0", "+2e-12", "+4e-12", "+6e-12", "+8e-12"])
    #expect(near.smallPrint.contains("labels with + count from 1"))
  }

  @Test("19 Less than a factor of two on a log axis")
  func case19() throws {
    let picture = try Picture(figure((0..<20).map { 1 + 0.001 * Double($0) }, axis: .logarithmic))
    #expect(picture.labels.count >= 2)
    #expect(picture.smallPrint.contains("a log axis adds nothing"))
    #expect(picture.rows(of: "*", column: 0) == [0])
    #expect(picture.count("*") >= picture.plotColumns)
  }

  @Test("20 Exactly one decade, and ends exactly on decades")
  func case20() throws {
    let one = try Picture(figure([1, 10], axis: .logarithmic))
    #expect(one.labels.first?.text == "1e0" && one.labels.last?.text == "1e1")
    let three = try Picture(figure([1, 1000], axis: .logarithmic))
    #expect(three.labels.map(\.text) == ["1e0", "1e1", "1e2", "1e3"])
    #expect(three.labels.first?.row == 0 && three.labels.last?.row == three.rows - 1)
  }

  @Test("21 Descending, unsorted and repeated x")
  func case21() throws {
    let up = Series(name: "a", x: [0, 1, 2, 3], y: [1, 2, 3, 5].map { Sample($0) })
    let down = Series(name: "a", x: [3, 2, 1, 0], y: [5, 3, 2, 1].map { Sample($0) })
    let text = Figure(kind: .line([up])).rendered(columns: 60, rows: 16)
    #expect(Figure(kind: .line([down])).rendered(columns: 60, rows: 16) == text)
    let vertical = Series(name: "a", x: [0, 1, 1, 2], y: [0, 0, 9, 9].map { Sample($0) })
    let picture = try Picture(Figure(kind: .line([vertical])))
    let middle = (picture.plotColumns - 1) / 2
    let tall = (0..<picture.plotColumns).filter {
      picture.rows(of: "*", column: $0).count == picture.rows
    }
    #expect(tall == [middle] || tall == [middle + 1])
    let unsorted = Series(name: "a", x: [2, 0, 1], y: [0, 1, 2].map { Sample($0) })
    #expect(try Picture(Figure(kind: .line([unsorted]))).count("*") > 0)
  }

  @Test("22 Two series of unlike length")
  func case22() throws {
    let figure = figure([1, 2, 3, 4], [4, 3])
    let picture = try Picture(figure)
    #expect(picture.rows(of: "o", column: picture.plotColumns - 1).isEmpty)
    #expect(figure.data == "layer\tline 1\tline 2\n0\t1\t4\n1\t2\t3\n2\t3\t\n3\t4\t\n")
    #expect(Series(name: "", x: [1, 2, 3], y: [Sample(1)]).x == [1])
  }
}
