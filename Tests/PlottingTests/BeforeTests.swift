import Foundation
import Plotting
import TerminalText
import TestSupport
import Testing

/// What was before a change, in the figure of now.
@Suite("Now and before")
struct BeforeTests {
  private func values(_ generator: inout SplitMix64, _ count: Int) -> [Double] {
    let size = Double.random(in: 1...100, using: &generator)
    return (0..<count).map { _ in Double.random(in: -size...size, using: &generator) }
  }

  @Test(
    "The axis holds both, and each of now's points stands where slow arithmetic puts it",
    arguments: 0..<60
  )
  func holdsBoth(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let now = values(&generator, Int.random(in: 2...30, using: &generator))
    let then = values(&generator, Int.random(in: 2...30, using: &generator))
    let changed = figure(now, axis: .linear).after(figure(then, axis: .linear), cause: "s = 1")
    let picture = try Picture(changed, 90, 24)
    let least = try #require((now + then).min())
    let greatest = try #require((now + then).max())
    let own = try #require(now.max()) - (try #require(now.min()))
    let last = Double(max(now.count, then.count) - 1)
    // What now would have less than a twentieth of is its own axis alone, as below.
    guard own > 0.06 * (greatest - least), Double(now.count - 1) > 0.06 * last else { return }
    func cell(_ index: Int, _ value: Double) -> (Int, Int) {
      let across = Double(index) / last * Double(picture.plotColumns - 1)
      let up = (value - least) / (greatest - least) * Double(picture.rows - 1)
      return (Int((across + 1e-9).rounded()), Int((up + 1e-9).rounded()))
    }
    // Nothing of now is hidden; of before every point shows or lies under now's line.
    for (index, value) in now.enumerated() {
      let (column, row) = cell(index, value)
      #expect(picture[column, row] == "*")
    }
    for (index, value) in then.enumerated() {
      let (column, row) = cell(index, value)
      #expect([".", "*"].contains(picture[column, row]))
    }
  }

  @Test("What is drawn of now is the same without before, on the same axes", arguments: 0..<40)
  func hidesNothing(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed + 500))
    let count = Int.random(in: 2...30, using: &generator)
    let now = [values(&generator, count), values(&generator, count)]
    let then = [values(&generator, count), values(&generator, count)]
    let changed = figure(now[0], now[1]).after(figure(then[0], then[1]), cause: "s = 1")
    let alone = figure(now[0], now[1]).onAxes(of: changed)
    // The legend has an entry more, for which a wide picture has room in the same row.
    let (one, other) = (try Picture(changed, 120, 24), try Picture(alone, 120, 24))
    #expect(one.rows == other.rows && one.plotColumns == other.plotColumns)
    for column in 0..<one.plotColumns {
      for glyph: Character in ["*", "o", "@"] {
        #expect(one.rows(of: glyph, column: column) == other.rows(of: glyph, column: column))
      }
    }
  }

  @Test("The legend names it exactly when a dot of it shows", arguments: 0..<80)
  func legend(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let now = [0, Double.random(in: 0...10, using: &generator), 10]
    // Close to each other, so that it is often covered.
    let then = now.map { $0 + Double.random(in: -0.2...0.2, using: &generator) }
    let changed = figure(now, axis: .linear).after(figure(then, axis: .linear), cause: "s = 1")
    let picture = try Picture(changed, 60, 12)
    // The grid fills rows from end to end, and gives way to what was before; a line that rises fills none.
    let ticks = Set(picture.labels.map(\.row))
    let dots = (0..<picture.plotColumns).flatMap { picture.rows(of: ".", column: $0) }
    let isGrid =
      !dots.isEmpty && dots.allSatisfy { ticks.contains($0) }
      && ticks.allSatisfy { row in dots.count { $0 == row } > picture.plotColumns / 6 }
    #expect((!dots.isEmpty && !isGrid) == picture.smallPrint.contains(". before: s = 1"))
  }

  @Test("Of covered and of visible lines both kinds occur in that test")
  func bothOccur() throws {
    let covered = figure([0, 5, 10]).after(figure([0, 5, 10.01]), cause: "s = 1")
    #expect(!(try Picture(covered, 60, 12)).smallPrint.contains("before"))
    let seen = figure([0, 5, 10]).after(figure([10, 5, 0]), cause: "s = 1")
    #expect(try Picture(seen, 60, 12).smallPrint.contains(". before: s = 1"))
  }

  @Test("What has not changed, and what has become another kind of thing, has no before")
  func none() {
    let one = figure([1, 2, 3])
    #expect(one.after(one, cause: "s = 1") == one)
    #expect(one.after(figure([1, 2], [3, 4]), cause: "s = 1") == one)
    for (index, now) in Kinds.crowded.enumerated() {
      for (other, then) in Kinds.crowded.enumerated() where index != other {
        #expect(now.after(then, cause: "s = 1") == now)
      }
    }
    var table = one
    table.kind = .table([series("a", [1, 2])])
    var other = one
    other.kind = .table([series("a", [1, 3])])
    #expect(table.after(other, cause: "s = 1") == table)
  }

  @Test("Of several lines only those that have changed are kept, each in a column of the data")
  func data() {
    let changed = figure([1, 2], [3, 4]).after(figure([1, 2], [3, 5]), cause: "s = 1")
    #expect(
      changed.data
        == "layer\tline 1\tline 2\tline 2, before: s = 1\n0\t1\t3\t3\n1\t2\t4\t5\n"
    )
    let alone = figure([1, 2]).after(figure([1, 3]), cause: "s = 1")
    #expect(alone.data == "layer\tline 1\tbefore: s = 1\n0\t1\t1\n1\t2\t3\n")
  }

  @Test("Sentences compare the factor, else where the line ends")
  func sentences() throws {
    func line(_ factor: Double) -> Figure { Figure(kind: .line([powers(factor, 0...9)])) }
    #expect(
      line(1.6).after(line(1.5), cause: "s = 1.5").description.last
        == "Now ×1.6 per layer, before (s = 1.5) ×1.5."
    )
    let ends = figure([1, 5, 2]).after(figure([1, 5, 3]), cause: "s = 1")
    #expect(ends.description.last == "Now 2 at layer 2, before (s = 1) 3.")
    let deeper = figure([1, 5, 2, 4]).after(figure([1, 5, 3]), cause: "L = 3")
    #expect(deeper.description.last == "Now 4 at layer 3, before (L = 3) 3 at layer 2.")
    // Both end in no number: nothing is comparable.
    let lost = figure([1, .nan]).after(figure([2, .nan]), cause: "s = 1")
    #expect(!lost.description.contains { $0.contains("before") })
    // Bars and histograms say what was otherwise.
    func bars(_ value: Double) -> Figure {
      Figure(kind: .bars([Bar(name: "x", value: Sample(value)), Bar(name: "y", value: .zero)]))
    }
    #expect(
      bars(2).after(bars(3), cause: "s = 1").description.last == "Before (s = 1) x was 3."
    )
    func histogram(_ shift: Double) -> Figure {
      Figure(kind: .histogram([1, 2, 4].map { Sample($0 + shift) }))
    }
    #expect(
      histogram(0).after(histogram(3), cause: "s = 1").description.last
        == "The median is now 2, before (s = 1) 5."
    )
  }

  @Test("Where a linear axis for both would make now a flat line, the axis is that of now")
  func flat() throws {
    let now = figure([0, 20, 38], axis: .linear)
    let changed = now.after(figure([0, 20, 3325], axis: .linear), cause: "s = 1.5")
    let picture = try Picture(changed)
    #expect(try picture.labels.map(\.text) == Picture(now).labels.map(\.text))
    #expect(picture.smallPrint.contains(". before: s = 1.5 (not all on the axis)"))
    // A straight line from 20 to 3325 crosses 38 after 18/3305 of the way: beside the middle, up to the top.
    let middle = (picture.plotColumns - 1) / 2
    let dots = (0..<picture.plotColumns).filter { !picture.rows(of: ".", column: $0).isEmpty }
    #expect(dots.allSatisfy { abs($0 - middle) <= 1 } && !dots.isEmpty)
    #expect(dots.contains { picture[$0, picture.rows - 1] == "." })
    // In words and in numbers it is there as well.
    #expect(changed.description.last == "Now 38 at layer 2, before (s = 1.5) 3325.")
    #expect(changed.data.hasSuffix("2\t38\t3325\n"))
    // Of what lies off the axis as a whole only words are left.
    let far = try Picture(now.after(figure([5e4, 6e4, 6e4], axis: .linear), cause: "s = 9"))
    #expect(far.smallPrint.contains("before: s = 9 (off the axis)"))
    #expect(!far.smallPrint.contains(". before"))
    // A constant has no shape to lose: the axis holds both.
    let constant = try Picture(
      figure([1, 1], axis: .linear).after(figure([1, 90], axis: .linear), cause: "s = 2")
    )
    #expect(constant[constant.plotColumns - 1, constant.rows - 1] == ".")
    #expect(constant[constant.plotColumns - 1, 0] == "*")
  }

  @Test(
    "On a log axis now keeps a twentieth, and the axis reaches over as much of before as that leaves",
    arguments: [(0.5, 8.0), (0.1, 1.9), (0.02, 30), (0.3, -6.1), (0.01, -9)]
  )
  func keepsItsShare(own: Double, then: Double) throws {
    // Values 1 ... 10^own now, and 1 ... 10^then before, at 41 layers each.
    func line(_ decades: Double) -> Figure {
      figure((0...40).map { pow(10, decades * Double($0) / 40) }, axis: .logarithmic)
    }
    let changed = line(own).after(line(then), cause: "s = 9")
    let whole = max(own, then) - min(0, then)
    let isCut = own / whole < 0.05
    // Points of before that fit into 20 times what now spans, on the one side on which they lie.
    let steps = (0...40).map { then * Double($0) / 40 }
    let fitting = steps.filter { then > 0 ? $0 <= 20 * own : $0 >= own - 20 * own }
    let reached = isCut ? fitting : steps
    let axis = max(own, reached.max() ?? 0) - min(0, reached.min() ?? 0)
    #expect(own / axis >= 0.05 - 1e-9)
    let picture = try Picture(changed, 90, 41)
    // The last point of now stands where its logarithm is on that axis.
    let bottom = min(0, reached.min() ?? 0)
    let row = Int(((own - bottom) / axis * Double(picture.rows - 1)).rounded())
    #expect(picture[picture.plotColumns - 1, row] == "*")
    let first = Int(((0 - bottom) / axis * Double(picture.rows - 1)).rounded())
    #expect(picture[0, first] == "*")
    #expect(picture.smallPrint.contains("not all on the axis") == isCut)
    // What is cut is drawn to the edge through which it leaves.
    let edge = then > 0 ? picture.rows - 1 : 0
    #expect(!isCut || (0..<picture.plotColumns).contains { picture[$0, edge] == "." })
  }

  @Test("Of x too now keeps a twentieth: before is drawn to where it leaves the columns of now")
  func keepsItsColumns() throws {
    let short = figure([0, 10, 5], axis: .linear)
    let long = figure((0...60).map(Double.init), axis: .linear)
    let picture = try Picture(short.after(long, cause: "L = 60"))
    #expect(try picture.xLabels.map(\.text) == Picture(short).xLabels.map(\.text))
    #expect(picture.smallPrint.contains(". before: L = 60 (not all on the axis)"))
    // The line from 0 to 60 is at 2 of 10 where it leaves.
    let row = Int((0.2 * Double(picture.rows - 1)).rounded())
    #expect(picture[picture.plotColumns - 1, row] == ".")
    // Three layers of forty are a twentieth.
    let most = figure((0...40).map(Double.init), axis: .linear)
    #expect(try Picture(short.after(most, cause: "L = 40")).xLabels.last?.text == "40")
    #expect(short.after(long, cause: "L = 60").svg().hasSuffix("</svg>\n"))
  }

  @Test("What is constant but for rounding has no shape to lose")
  func rounding() throws {
    let level = figure([1, 1 + 4e-16, 1], axis: .logarithmic)
    let then = figure([1, 1e5, 1e10], axis: .logarithmic)
    let picture = try Picture(level.after(then, cause: "s = 2"))
    #expect(!picture.smallPrint.contains("not all"))
    #expect(picture[picture.plotColumns - 1, picture.rows - 1] == ".")
  }

  @Test("What is linear for itself, now and before, stays so, unless now would be flat")
  func staysLinear() {
    // From 0.03 to 40 are 3.1 decades, from 0.03 to 20 and from 0.06 to 40 fewer than 3.
    let single = figure([0, 0.03, 20])
    let double = figure([0, 0.06, 40])
    let changed = double.after(single, cause: "x = 1")
    #expect(changed.description.first?.hasPrefix("Linear plot") == true)
    #expect(changed.onAxes(of: changed).description.first?.hasPrefix("Linear plot") == true)
    #expect(figure([0.03, 20], [0.06, 40]).description.first?.hasPrefix("Log plot") == true)
    let flat = figure([1, 2]).after(figure([1, 5000]), cause: "s = 5000")
    #expect(flat.description.first?.hasPrefix("Log plot") == true)
    let small = figure([0.01, 0.02]).after(figure([1, 50]), cause: "s = 50")
    #expect(small.description.first?.hasPrefix("Log plot") == true)
  }

  @Test("Beside each other axes are level, whatever stands above and below them", arguments: 0..<60)
  func level(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    func random() -> Figure {
      var one = figure(
        values(&generator, Int.random(in: 2...30, using: &generator)),
        values(&generator, Int.random(in: 2...30, using: &generator))
      )
      one.title = Bool.random(using: &generator) ? "t" : ""
      if Bool.random(using: &generator) {
        one.thresholds = [Threshold(at: Sample(1e3), label: "the greatest that is allowed here")]
      }
      return one
    }
    let (now, then) = ([random(), random()], [random(), random()])
    let both = Figure(kind: .beside([now[0].after(then[0], cause: "s = 1, L = 3"), now[1]]))
    let text = both.rendered(
      columns: Int.random(in: 60...120, using: &generator),
      rows: Int.random(in: 8...24, using: &generator)
    )
    let lines = text.plain.split(separator: "\n", omittingEmptySubsequences: false)
    let axes = lines.map { $0.ranges(of: /\+[-+]{8,}/).count }.filter { $0 > 0 }
    #expect(axes == [2])
  }

  @Test("A bar's name may need to be spelt; it is found all the same")
  func spelt() {
    func bars(_ value: Double) -> Figure {
      Figure(kind: .bars([Bar(name: "σ²", value: Sample(value))]))
    }
    let changed = bars(1).after(bars(3), cause: "η = 3")
    let text = changed.rendered(columns: 60, rows: 10, isASCII: true).plain
    #expect(text.contains("#....") && text.allSatisfy(\.isASCII))
    #expect(text.contains(". before: ") && text.contains(" = 3"))
  }

  @Test("What lies off the axis is said in the legend")
  func offTheAxis() throws {
    let changed = figure([1, 10, 100], axis: .logarithmic)
      .after(figure([2, 20, 0], axis: .logarithmic), cause: "s = 1")
    #expect(
      try Picture(changed, 70, 16).smallPrint.contains(". before: s = 1 (not all on the axis)")
    )
  }

  @Test("Held axes never shrink: their labels stay while the line stays inside")
  func held() throws {
    let wide = figure([0, 100], axis: .linear)
    let narrow = figure([10, 60], axis: .linear).onAxes(of: wide)
    #expect(try Picture(narrow).labels.map(\.text) == Picture(wide).labels.map(\.text))
    let wider = figure([0, 200], axis: .linear).onAxes(of: narrow)
    #expect(
      try Picture(wider).labels.map(\.text)
        == Picture(figure([0, 200], axis: .linear)).labels.map(\.text)
    )
    let back = figure([10, 60], axis: .linear).onAxes(of: wider)
    #expect(try Picture(back).labels.map(\.text) == Picture(wider).labels.map(\.text))
    // Across too.
    let short = figure([0, 100]).onAxes(of: figure(Array(repeating: 50, count: 21)))
    #expect(try Picture(short).xLabels.last?.text == "20")
  }

  @Test(
    "In every kind and size, with before and held axes, it is as wide as it may be",
    arguments: 0..<40
  )
  func anything(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let extremes: [Double] = [0, 1, -1, .nan, .infinity, -.infinity, 1e300, 1e-300, 7]
    func samples() -> [Sample] {
      (0..<8).map { _ in Sample(extremes.randomElement(using: &generator) ?? 0) }
    }
    func all() -> [Figure] {
      let values = samples()
      let lines = [
        Series(name: "a", first: 0, y: values), Series(name: "b", first: 0, y: samples()),
      ]
      return Kinds.kinds(samples: values, series: lines).map { Figure(title: "t", kind: $0) }
    }
    for (now, then) in zip(all(), all()) {
      let figure = now.after(then, cause: "s = 1.5").onAxes(of: then)
      let columns = Int.random(in: 20...100, using: &generator)
      let rows = Int.random(in: 5...30, using: &generator)
      let charset = Charset.allCases.randomElement(using: &generator) ?? .ascii
      let text = figure.rendered(columns: columns, rows: rows, charset: charset)
      #expect(text.width <= columns)
      if figure.isPicture { #expect(text.lines.count <= rows) }
      #expect((2...5).contains(figure.description.count))
      #expect(figure.svg().hasSuffix("</svg>\n"))
      #expect(figure.data.hasSuffix("\n"))
    }
  }
}
