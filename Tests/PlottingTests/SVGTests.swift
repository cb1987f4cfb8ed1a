import Plotting
import Testing

@Suite("Figures as SVG files")
struct SVGTests {
  /// The names of elements that are open at the end, or nil at an end without a beginning.
  private func open(_ text: String) -> [Substring]? {
    var stack: [Substring] = []
    for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else { return nil }
      let tag = part[..<end]
      if tag.hasPrefix("/") {
        guard stack.popLast() == tag.dropFirst() else { return nil }
      } else if !tag.hasSuffix("/") {
        stack.append(tag.prefix { $0 != " " && $0 != "\n" })
      }
    }
    return stack
  }

  @Test(
    "Every kind: balanced, the same twice, title and description, text as text",
    arguments: Kinds.names.indices
  )
  func kinds(index: Int) {
    for figure in [Kinds.crowded[index], Kinds.empty[index]] {
      for (width, height) in [(720, 440), (1, 1), (300, 2000)] {
        let svg = figure.svg(width: width, height: height)
        #expect(open(svg) == [], "\(svg)")
        #expect(svg == figure.svg(width: width, height: height))
        #expect(
          svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.hasSuffix("</svg>\n")
        )
        #expect(svg.contains("<title>") && svg.contains("<desc>"))
        #expect(!svg.contains("nan\"") && !svg.contains("inf\"") && !svg.contains("font-face"))
        #expect(svg.contains("<text ") && svg.contains("role=\"img\""))
      }
    }
  }

  @Test("44 Words are escaped and controls shown")
  func escaping() {
    let figure = Figure(
      title: "a < b & \"c\" > \u{1B}[2J",
      kind: .bars([Bar(name: "<script>", value: Sample(1))])
    )
    let svg = figure.svg()
    #expect(svg.contains("a &lt; b &amp; &quot;c&quot; &gt; ^[[2J"))
    #expect(svg.contains("&lt;script&gt;") && !svg.contains("<script>"))
    #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("33 The corners of the plot are the ends of the line; a peak of a million points is kept")
  func path() throws {
    let svg = figure([0, 1], axis: .linear).svg()
    let d = try #require(
      svg.split(separator: "<path d=\"").dropFirst().first?.prefix { $0 != "\"" }
    )
    let ends = d.dropFirst().split(separator: "L").map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
    #expect(ends.count == 2 && ends[0][0] < ends[1][0] && ends[0][1] > ends[1][1])
    let axis = "<line x1=\"\(ends[0][0].formattedShort)\""
    #expect(svg.contains(axis))
    var values = [Double](repeating: 1, count: 20_000)
    values[12_345] = 1000
    let spiked = figure(values, axis: .linear).svg()
    #expect(spiked.utf8.count < 60_000)
    let top = try #require(
      spiked.split(separator: "<path d=\"").dropFirst().first?.prefix { $0 != "\"" }
    )
    let heights = top.dropFirst().split(separator: "L").compactMap {
      Double($0.split(separator: " ")[1])
    }
    #expect(heights.min() == ends[1][1])
  }

  @Test("What is off the axis is a triangle, a lone point a circle, a threshold has its name")
  func marks() {
    var figure = figure([.nan, 1, .nan, 10, 100, .infinity], axis: .logarithmic)
    figure.thresholds = [Threshold(at: Sample(50), label: "fifty")]
    let svg = figure.svg()
    #expect(
      svg.contains("#c62828") && svg.contains("<circle") && svg.contains(">fifty (50)</text>")
    )
  }
}

extension Double {
  /// Without a needless fraction.
  fileprivate var formattedShort: String {
    self == self.rounded() ? "\(Int(self))" : "\(self)"
  }
}
