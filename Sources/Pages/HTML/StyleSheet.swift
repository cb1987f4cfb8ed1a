import Plotting

/// How a page looks: light and dark as the reader's system is, light on paper.
struct StyleSheet {
  /// A colour of the page by what it is for, on light and on dark ground.
  typealias Color = (name: String, light: String, dark: String)

  static let colors: [Color] = [
    ("ground", "#ffffff", "#16191d"),
    ("ink", "#1f2328", "#e6e8ea"),
    ("faint", "#57606a", "#a3abb3"),
    ("link", "#0a58ca", "#7cb7ff"),
    ("line", "#d0d7de", "#3a4048"),
    ("box", "#f4f6f8", "#1f242a"),
    ("mark", "#1a6f4b", "#5fd0a0"),
    ("error", "#b3261e", "#ff9a92"),
    ("warning", "#8a4b00", "#f0b26a"),
  ]

  let text =
    ":root{color-scheme:light dark;" + variables(\.light) + "}\n"
    + "@media screen and (prefers-color-scheme:dark){\n:root{" + variables(\.dark) + "}\n"
    + Figure.darkColors.map(onDark).joined() + "}\n" + rules + "\n"

  private static func variables(_ shade: (Color) -> String) -> String {
    colors.map { "--\($0.name):\(shade($0));" }.joined()
  }

  /// A drawing's colour on dark ground.
  private static func onDark(_ color: (light: String, dark: String)) -> String {
    ".adapts [fill=\"\(color.light)\"]{fill:\(color.dark)}"
      + ".adapts [stroke=\"\(color.light)\"]{stroke:\(color.dark)}\n"
  }

  private static let rules = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;\
    overflow-wrap:break-word}
    body>header,body>nav,main,body>footer{max-width:47rem;margin:0 auto;padding:0 1rem}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-999rem}
    .skip:focus{position:static;display:block;padding:.5rem 1rem}
    h1{font-size:2rem;line-height:1.2;margin:1.5rem 0 .5rem}
    h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .75rem;padding-top:1rem;\
    border-top:1px solid var(--line)}
    h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
    p,ul,ol,blockquote,figure,table{margin:.8rem 0}
    .facts,.notes,figcaption,.terms,body>footer{color:var(--faint);font-size:.9rem}
    .steps{columns:18rem}
    .course ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}
    code,pre,kbd{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.86rem}
    pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
    :not(pre)>code{background:var(--box);padding:.1em .3em;border-radius:.25rem}
    .cell,.output,.code{margin:.8rem 0;padding:.6rem .8rem;background:var(--box);border-radius:.4rem}
    .output{background:none;border-left:.25rem solid var(--line);border-radius:0;padding:.2rem .8rem}
    .output.failed{border-left-color:var(--error)}
    .prompt{display:block;color:var(--faint);font-size:.75rem;user-select:none}
    .said{border-left:.25rem solid var(--line);padding-left:.8rem}
    .question{border:1px solid var(--line);border-left:.3rem solid var(--link);border-radius:.4rem;\
    padding:.2rem 1rem .6rem;margin:1.5rem 0}
    .question h3{margin-top:.7rem}
    .choices{list-style:none;padding-left:0}
    .choices li{display:grid;grid-template-columns:1.6rem 1fr}
    .choices p{margin:0 0 .3rem}
    .key{border-left:.3rem solid var(--mark);padding:.1rem 1rem;margin:.8rem 0;background:var(--box)}
    summary{cursor:pointer;color:var(--link)}
    figure{margin:1.2rem 0}
    /* What can be scrolled sideways has a shadow where it goes on. */
    .wide{overflow-x:auto;background:\
    linear-gradient(to right,var(--ground) 40%,transparent) 0 0/3rem 100% no-repeat local,\
    linear-gradient(to left,var(--ground) 40%,transparent) 100% 0/3rem 100% no-repeat local,\
    linear-gradient(to right,var(--faint),transparent) 0 0/.7rem 100% no-repeat scroll,\
    linear-gradient(to left,var(--faint),transparent) 100% 0/.7rem 100% no-repeat scroll}
    .wide svg{display:block;width:100%;min-width:32rem;height:auto}
    .paper svg{background:#ffffff;border-radius:.3rem}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    th,td{padding:.25rem .8rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    .number{text-align:right}
    blockquote{border-left:.25rem solid var(--line);padding-left:.8rem;margin-left:0}
    hr{border:0;border-top:1px solid var(--line)}
    dl{margin:.8rem 0;display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}
    dd{margin:0;color:var(--faint)}
    .faint{color:var(--faint)}
    .error{color:var(--error);font-weight:600}
    .warning{color:var(--warning)}
    .success{color:var(--mark)}
    body>footer{margin-top:3rem;padding-bottom:2rem}
    body>footer p{border-top:1px solid var(--line);padding-top:.8rem}
    @media print{
    :root{font-size:10pt}
    details:not([open]){display:none}
    body>header,body>nav,main,body>footer{max-width:none;padding:0}
    .skip,body>nav{display:none}
    .wide{overflow:visible;background:none}
    .wide svg{min-width:0;max-width:15cm}
    figure,.question,.cell,tr,.key,dl{break-inside:avoid}
    h1,h2,h3,.cell,dl{break-after:avoid}
    }
    """
}
