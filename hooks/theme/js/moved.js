// A page that has moved: on to the new address with the paragraph that was asked for, which the page's own refresh would lose.
location.replace(document.querySelector("a").href + location.hash);
