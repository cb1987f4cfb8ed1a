import Foundation
import Lessons
import Pages
import SessionSupport
import TestSupport
import Testing

/// Every page is what a strict parser, a screen reader and a printer can take.
@Suite struct StructureTests {
  @Test(arguments: Shipped.names, [false, true])
  func pagesAreSound(_ name: String, withKeys: Bool) throws {
    let document =
      withKeys
      ? try Document(try Shipped.lesson(name), withKeys: true) : try Shipped.pageWithoutKeys(name)
    try check(document.html())
  }

  @Test func sessionsAndNotebooksToo() throws {
    let lesson = try Growth.lesson()
    for withKeys in [false, true] {
      let lines = Growth.diligent + [":go 1", "s = 0.5", "plot s*[1, 2]", "1 +", ":steps", ":data"]
      try check(try page(lines, on: lesson, withKeys: withKeys).html())
    }
    let lines = ["a = [1, 2]", "plot a", "table a", "heatmap x*t over x in 1...2, t in 1...3", "?"]
    try check(try page(lines).html())
  }

  private func check(_ html: String) throws {
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\""))
    let page = try #require(Element.parse(html), "not well-formed")
    let elements = page.all
    for (name, count) in [("title", 1), ("main", 1), ("h1", 1), ("header", 1), ("footer", 1)] {
      let outside = elements.filter { $0.name == name }.count
      // A drawing has a title of its own.
      let drawings = name == "title" ? elements.filter { $0.name == "svg" }.count : 0
      #expect(outside - drawings == count, "\(name)")
    }
    let allowed: Set = [
      "html", "head", "meta", "title", "style", "body", "a", "header", "nav", "main", "footer",
      "section", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span",
      "pre", "code", "samp", "strong", "em", "br", "hr", "blockquote", "table", "caption", "thead",
      "tbody", "tr", "th", "td", "figure", "figcaption", "details", "summary", "svg", "desc", "g",
      "rect", "line", "path", "circle", "text",
    ]
    for element in elements {
      #expect(allowed.contains(element.name), "\(element.name)")
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" })
    }
    // Headings go down by one level.
    var level = 1
    for element in elements where element.name.wholeMatch(of: /h[1-6]/) != nil {
      let next = Int(element.name.dropFirst()) ?? 0
      #expect(next <= level + 1, "\(element.text)")
      #expect(!element.text.isEmpty)
      level = next
    }
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "\(ids)")
    for link in elements.compactMap({ $0.attributes["href"] }) {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
    for name in ["nav", "section"] {
      for element in page.all(name) where name == "nav" {
        #expect(element.attributes["aria-label"]?.isEmpty == false)
      }
    }
    for figure in page.all("figure") {
      let drawing = try #require(figure.all("svg").first)
      #expect(drawing.attributes["role"] == "img")
      #expect(drawing.children.first?.name == "title")
      #expect(drawing.children.first?.text.isEmpty == false)
      #expect((drawing.all("desc").first?.text.count ?? 0) > 20)
      #expect(figure.all("details").first?.text.contains(drawing.all("desc")[0].text) == true)
    }
    for element in elements where element.attributes["class"]?.hasPrefix("wide") == true {
      // What scrolls is reached by the keyboard.
      #expect(element.attributes["tabindex"] == "0")
    }
    for table in page.all("table") {
      let widths = Set(table.all("tr").map(\.children.count))
      #expect(widths.count == 1, "\(table.text)")
    }
  }

  /// WCAG 2.2, 1.4.3: words at 4.5 on both grounds, on boxes too; 1.4.11: lines that mean something at 3.
  @Test func colorsStandOut() throws {
    let html = try page(["plot [1, 2]"]).html()
    let light = Self.colors(in: try #require(html.firstRange(of: ":root{color-scheme")), of: html)
    let dark = Self.colors(in: try #require(html.firstRange(of: "{\n:root{")), of: html)
    for colors in [light, dark] {
      #expect(colors.count == 9)
      for ground in ["ground", "box"] {
        for ink in ["ink", "faint", "link", "mark", "error", "warning"] {
          let ratio = Self.contrast(try #require(colors[ink]), try #require(colors[ground]))
          #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
        }
      }
    }
    let ground = try #require(dark["ground"])
    for match in html.matches(of: /\.adapts \[fill="(#[0-9a-f]{6})"\]\{fill:(#[0-9a-f]{6})\}/) {
      let (old, new) = (String(match.output.1), String(match.output.2))
      if old == "#ffffff" {
        #expect(new == ground)
      } else if old != "#dddddd" {
        #expect(Self.contrast(new, ground) >= 4.5, "\(old) as \(new)")
      }
    }
  }

  /// Every colour that a drawing between axes has is one that has another on a dark ground.
  @Test func noColorIsForgotten() throws {
    let lines = [
      "s = 1.5", "plot s*[1, 2, 3] over s in [1, 2, 3, 4, 5, 6]", "histogram [1, 2, 2, 3]",
      "bars [1, 2, 1/0]", "plot [1, 20000] against float16", "scatter [3, 4]",
      "plot [1, 2] beside histogram [1, 2]", "plot [s, 2]", "s = 3",
      "plot normal(3, seed: k) over k in 1...30",
    ]
    let html = try page(lines).html()
    let known = Set(html.matches(of: /\.adapts \[fill="(#[0-9a-f]{6})"\]/).map(\.output.1))
    var found: Set<Substring> = []
    for part in html.split(separator: "<figure class=\"adapts\">").dropFirst() {
      let drawing = part.prefix(upTo: part.firstRange(of: "</figure>")?.lowerBound ?? part.endIndex)
      found.formUnion(drawing.matches(of: /(?:fill|stroke)="(#[0-9a-f]{6})"/).map(\.output.1))
    }
    #expect(found.count >= 8)
    #expect(found.subtracting(known) == [])
  }

  private static func colors(in start: Range<String.Index>, of html: String) -> [String: String] {
    let rule = html[start.upperBound...].prefix { $0 != "}" }
    let pairs = rule.matches(of: /--([a-z]+):(#[0-9a-f]{6});/)
    return Dictionary(pairs.map { (String($0.output.1), String($0.output.2)) }) { first, _ in first
    }
  }

  /// The ratio of WCAG 2.2, from 1 to 21.
  private static func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let share = Double(number >> shift & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
