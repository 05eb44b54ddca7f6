-- Notes as readers of books pop them up, with the numbers that they have on the site (pandoc's own would count anew).
function Link(link)
  if link.classes:includes("note-ref") then
    link.attributes["epub:type"] = "noteref"
    link.attributes["role"] = "doc-noteref"
    return link
  end
end

function Div(div)
  if div.classes:includes("note") then
    local open = '<aside class="note" epub:type="footnote" role="doc-footnote" id="' .. div.identifier .. '">'
    return { pandoc.RawBlock("html", open), table.unpack(div.content), pandoc.RawBlock("html", "</aside>") }
  end
end
